package org.thaw.learners.tabular.internal;

import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;

/** One lane of Sarsa(λ): its traces, and the latest transition, whose update waits for the next action. */
final class Unfinished {
    final Traces traces;
    final Active features;
    boolean waiting;
    int action;
    double reward;
    /** Of all that follows. */
    double discount;
    /** Of what is here, seen from the step before. */
    double arrival;
    /** Q of this step by the weights that chose its action: Q_old of true online Sarsa(λ). */
    double oldValue;

    private final Tensor index;
    private final Tensor value;

    Unfinished(int weights, int most) {
        traces = new Traces(weights);
        features = new Active(most);
        index = Tensor.of(features.index, most);
        value = Tensor.of(features.value, most);
    }

    void begin() {
        traces.clear();
        waiting = false;
        oldValue = 0;
    }

    void wait(Active seen, Step from, int chosen, Step to) {
        features.copyFrom(seen);
        waiting = true;
        action = chosen;
        reward = to.reward();
        discount = to.discount();
        arrival = from.discount();
    }

    /** What is saved beside traces and features. */
    public record Waiting(boolean waiting, int features, int action, double reward, double discount, double arrival, double oldValue) {
    }

    void save(StateWriter out) {
        traces.save(out);
        out.tensor(StateKind.OPTIMISER, "index", index);
        out.tensor(StateKind.OPTIMISER, "value", value);
        out.record(StateKind.OPTIMISER, "waiting", new Waiting(waiting, features.count, action, reward, discount, arrival, oldValue));
    }

    void restore(StateReader in) {
        traces.restore(in);
        in.into("index", index);
        in.into("value", value);
        Waiting saved = in.record("waiting", Waiting.class);
        waiting = saved.waiting();
        features.count = saved.features();
        action = saved.action();
        reward = saved.reward();
        discount = saved.discount();
        arrival = saved.arrival();
        oldValue = saved.oldValue();
    }
}
