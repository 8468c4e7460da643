package org.thaw.tck.proof;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;

/** The teacher of the proofs: sample averages of each arm, explored with probability ε (Sutton and Barto 2018, section 2.4). */
final class Greedy implements Agent {
    private static final float EPSILON = 0.1f;

    private final RandomStream choices;
    private final Tensor values;
    private final Tensor pulls;
    private long updates;

    Greedy(Signature signature, Context context) {
        choices = context.random("choices");
        values = Tensor.zeros(Tensor.Type.F64, signature.choices());
        pulls = Tensor.zeros(Tensor.Type.I64, signature.choices());
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        float[] p = new float[values.size()];
        return (step, decision) -> {
            int best = 0;
            for (int a = 0; a < p.length; a++) {
                p[a] = EPSILON / p.length;
                best = values.doubles()[a] > values.doubles()[best] ? a : best;
            }
            p[best] += 1 - EPSILON;
            decision.distribution(p);
            decision.choose(mode == Mode.EXPLOIT ? best : choices.nextIndex(p, p.length));
        };
    }

    @Override
    public void learn(Transitions life) {
        for (int lane = 0; lane < life.lanes(); lane++) {
            for (int t = 0; t < life.length(); t++) {
                int a = life.decision(lane, t).action().index();
                values.doubles()[a] += (life.to(lane, t).reward() - values.doubles()[a]) / ++pulls.longs()[a];
                updates++;
            }
        }
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "values", values);
        out.tensor(StateKind.OPTIMISER, "pulls", pulls);
        out.tensor(StateKind.OPTIMISER, "updates", Tensor.of(new long[] {updates}, 1));
    }

    @Override
    public void restore(StateReader in) {
        in.into("values", values);
        in.into("pulls", pulls);
        updates = in.tensor("updates").longs()[0];
    }
}
