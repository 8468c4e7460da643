package org.thaw.tck;

import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Policy;
import org.thaw.tck.host.HostContext;

/** Acts at random: what an agent must beat. */
record Chance(HostContext host) implements Actor {
    @Override
    public Policy policy(Mode mode, Cue cue) {
        RandomStream random = host.random("chance");
        return (step, decision) -> {
            boolean[] legal = step.legal();
            if (legal.length == 0) {
                decision.choose(values(decision.action().values().length, random));
                return;
            }
            int action = random.nextInt(legal.length);
            while (!legal[action]) {
                action = random.nextInt(legal.length);
            }
            decision.choose(action);
        };
    }

    private static float[] values(int count, RandomStream random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }

    @Override
    public long updates() {
        return 0;
    }

    @Override
    public void save(StateWriter out) {
    }

    @Override
    public void restore(StateReader in) {
    }
}
