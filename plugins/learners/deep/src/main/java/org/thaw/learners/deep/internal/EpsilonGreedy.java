package org.thaw.learners.deep.internal;

import java.util.function.DoubleSupplier;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Decisions;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Steps;

/** ε-greedy over the legal actions; the first of equals. It keeps no context: the network is all it looks at. Lanes that do not explore share one forward pass. */
final class EpsilonGreedy implements Policy {
    private static final int GREEDY = -1;

    private final QNetwork network;
    private final DoubleSupplier epsilon;
    private final RandomStream random;
    private final int width;
    private final int choices;
    private final float[] states;
    private final int[] chosen;

    EpsilonGreedy(QNetwork network, Signature signature, DoubleSupplier epsilon, RandomStream random) {
        this.network = network;
        this.epsilon = epsilon;
        this.random = random;
        width = network.observations().size();
        choices = signature.choices();
        states = new float[signature.lanes() * width];
        chosen = new int[signature.lanes()];
    }

    @Override
    public void act(Step step, Decision decision) {
        int action = explore(step);
        if (action == GREEDY) {
            network.observations().write(step.observation(), states, 0);
            action = Greedy.best(network.values(states, 1), 0, step.legal(), 0, choices);
        }
        decision.choose(action);
    }

    @Override
    public void act(Steps steps, Decisions decisions) {
        int rows = 0;
        for (int i = 0; i < steps.count(); i++) {
            chosen[i] = explore(steps.step(i));
            if (chosen[i] == GREEDY) {
                network.observations().write(steps.step(i).observation(), states, rows++ * width);
            }
        }
        float[] values = rows == 0 ? states : network.values(states, rows);
        int row = 0;
        for (int i = 0; i < steps.count(); i++) {
            decisions.decision(i).choose(chosen[i] == GREEDY ? Greedy.best(values, row++ * choices, steps.step(i).legal(), 0, choices) : chosen[i]);
        }
    }

    /** A random legal action, or none in most cases. */
    private int explore(Step step) {
        double now = epsilon.getAsDouble();
        if (now == 0 || !random.nextBoolean(now)) {
            return GREEDY;
        }
        boolean[] legal = step.legal();
        int count = 0;
        for (boolean allowed : legal) {
            count += allowed ? 1 : 0;
        }
        if (count == 0) {
            throw Greedy.none();
        }
        int skip = random.nextInt(count);
        int action = 0;
        while (!legal[action] || skip-- > 0) {
            action++;
        }
        return action;
    }
}
