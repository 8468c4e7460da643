package org.thaw.learners.deep.internal;

import java.util.function.DoubleSupplier;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Decisions;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Steps;

/**
 * ε-greedy over the legal actions; the first of equals. It keeps no context: the network is all it looks at. All lanes share one forward pass. In every step,
 * also where it explores, it records what it draws from: ε shared by all legal actions and 1 − ε for the best.
 */
final class EpsilonGreedy implements Policy {
    private static final int NONE = -1;

    private final QNetwork network;
    private final DoubleSupplier epsilon;
    private final RandomStream random;
    private final int width;
    private final int choices;
    private final float[] states;
    private final int[] drawn;
    private final float[] distribution;

    EpsilonGreedy(QNetwork network, Signature signature, DoubleSupplier epsilon, RandomStream random) {
        this.network = network;
        this.epsilon = epsilon;
        this.random = random;
        width = network.observations().size();
        choices = signature.choices();
        states = new float[signature.lanes() * width];
        drawn = new int[signature.lanes()];
        distribution = new float[choices];
    }

    @Override
    public void act(Step step, Decision decision) {
        double now = epsilon.getAsDouble();
        int random = explore(step, now);
        int best = NONE;
        if (isAsked(random, now)) {
            network.observations().write(step.observation(), states, 0);
            best = Greedy.best(network.values(states, 1), 0, step.legal(), 0, choices);
        }
        decide(step.legal(), now, random, best, decision);
    }

    @Override
    public void act(Steps steps, Decisions decisions) {
        double now = epsilon.getAsDouble();
        int rows = 0;
        for (int i = 0; i < steps.count(); i++) {
            drawn[i] = explore(steps.step(i), now);
            if (isAsked(drawn[i], now)) {
                network.observations().write(steps.step(i).observation(), states, rows++ * width);
            }
        }
        float[] values = rows == 0 ? states : network.values(states, rows);
        int row = 0;
        for (int i = 0; i < steps.count(); i++) {
            boolean[] legal = steps.step(i).legal();
            int best = isAsked(drawn[i], now) ? Greedy.best(values, row++ * choices, legal, 0, choices) : NONE;
            decide(legal, now, drawn[i], best, decisions.decision(i));
        }
    }

    /** Whether it matters what the network says: not where all is left to chance. */
    private static boolean isAsked(int random, double now) {
        return random == NONE || now < 1;
    }

    /**
     * @param random the action that was drawn, or none
     * @param best   the best one, or none where all is left to chance
     */
    private void decide(boolean[] legal, double now, int random, int best, Decision decision) {
        int allowed = 0;
        for (boolean each : legal) {
            allowed += each ? 1 : 0;
        }
        for (int a = 0; a < choices; a++) {
            distribution[a] = (float) ((legal[a] ? now / allowed : 0) + (a == best ? 1 - now : 0));
        }
        decision.distribution(distribution);
        decision.choose(random == NONE ? best : random);
    }

    /** A random legal action, or none in most cases. */
    private int explore(Step step, double now) {
        if (now == 0 || !random.nextBoolean(now)) {
            return NONE;
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
