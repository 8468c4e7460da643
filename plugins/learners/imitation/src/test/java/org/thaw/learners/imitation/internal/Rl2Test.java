package org.thaw.learners.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.learner.Actor;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.MemoryState;

class Rl2Test {
    private static final int PULLS = 9;

    /** One lifetime in four lanes, each with the arm that pays in its own place; returns what a lane earned. */
    private static double lifetime(Rl2 agent, boolean learns, HostStream chance) {
        int[] good = {chance.nextInt(2), chance.nextInt(2), chance.nextInt(2), chance.nextInt(2)};
        Life life = new Life(agent, agent.policy(Actor.Mode.EXPLORE, Cue.none()),
                List.of(new TwoArms(good[0]), new TwoArms(good[1]), new TwoArms(good[2]), new TwoArms(good[3])), learns);
        life.live(PULLS);
        return life.earned(Integer.MAX_VALUE) / good.length;
    }

    private static Rl2 fresh() {
        return new Rl2.Factory().create(new Rl2.Config(16, PULLS, 4, 4, 8, 0.01, 0, 0.95, 0.9, false, 0.2, 0.5, 0.003, 0.5, 1, 0, false),
                TwoArms.SIGNATURE.withLanes(4), new HostContext(1));
    }

    @Test
    void learnsOverLifetimesToFindOutWithinOneWhichArmPays() {
        Rl2 agent = fresh();
        HostStream chance = new HostStream(3);
        for (int i = 0; i < 400; i++) {
            lifetime(agent, true, chance);
        }
        MemoryState knowledge = MemoryState.of(agent);
        double earned = 0;
        for (int i = 0; i < 20; i++) {
            earned += lifetime(agent, false, chance) / 20;
        }
        // not knowing costs half a pull on average, so 8.5 of 9 is the best; chance and any fixed choice earn 4.5
        assertTrue(earned > 7.8, "earned " + earned);
        assertTrue(MemoryState.of(agent).sameAs(knowledge));
    }
}
