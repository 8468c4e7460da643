package org.thaw.learners.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.learner.Actor;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;

/**
 * RL² on five Bernoulli arms for ten pulls, the first row of Duan et al. 2016, table 1: there it earned as much as the best of the known strategies. Here it is held against the best
 * possible player and against Thompson sampling.
 */
class Rl2RegretTest {
    private static final int ARMS = 5;
    private static final int PULLS = 10;
    private static final int LANES = 16;

    /** RL² after so many times 16 lifetimes. */
    private static Rl2 trained(int iterations) {
        Rl2.Config config = new Rl2.Config(64, PULLS, 4, 4, 16, 0.003, 4000, 0.99, 0.3, false, 0.2, 0.5, 0.003, 0.5, 1, 0, false);
        Rl2 agent = new Rl2.Factory().create(config, new Signature(new Space.Categorical(1), new Space.Categorical(ARMS), LANES), new HostContext(4));
        HostStream drawn = new HostStream(5);
        for (int i = 0; i < iterations; i++) {
            new BanditLives(LANES, ARMS, drawn).live(agent, Actor.Mode.EXPLORE, true, PULLS);
        }
        return agent;
    }

    /** Its mean regret on so many times 16 bandits. */
    private static double regret(Rl2 agent, int rounds) {
        HostStream drawn = new HostStream(7);
        double regret = 0;
        for (int i = 0; i < rounds; i++) {
            BanditLives lives = new BanditLives(LANES, ARMS, drawn);
            regret += lives.regret(lives.live(agent, Actor.Mode.EXPLORE, false, PULLS)) / rounds;
        }
        return regret;
    }

    private static double thompson(int tested) {
        return BanditLives.thompsonsRegret(tested, ARMS, PULLS, new HostStream(7));
    }

    @Test
    @Tag("science")
    void whatItLosesComesNearWhatNobodyCanAvoid() {
        double least = BestBanditPlay.regret(ARMS, PULLS);
        double found = regret(trained(24000), 128);
        double thompson = thompson(2048);
        System.out.printf(Locale.ROOT, "regret after %d pulls of %d Bernoulli arms, means over 2048 bandits%n  best possible  %5.2f%n  rl2            %5.2f%n  thompson       %5.2f%n", PULLS, ARMS, least,
                found, thompson);
        assertTrue(found <= 1.15 * least, found + " where " + least + " cannot be avoided");
        assertTrue(found < thompson, found + ", Thompson sampling " + thompson);
    }

    @Test
    void aLittleTrainingGoesThroughTheWholeComparison() {
        double found = regret(trained(4), 1);
        assertTrue(found > 0 && found < PULLS && thompson(16) > 0, "regret " + found);
    }

    @Test
    void theBestPossiblePlayIsRightWhereItCanBeWorkedOutByHand() {
        // one pull earns 1/2 whatever is pulled
        assertEquals(0.5, BestBanditPlay.earns(2, 1), 1e-12);
        // two arms, two pulls: after a success the same arm has 2/3; after a failure the other one has 1/2
        assertEquals(0.5 + 0.5 * 2 / 3 + 0.5 * 0.5, BestBanditPlay.earns(2, 2), 1e-12);
        assertEquals(2 * 2.0 / 3 - 13.0 / 12, BestBanditPlay.regret(2, 2), 1e-12);
    }
}
