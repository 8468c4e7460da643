package org.thaw.learners.bandits.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Decision;
import org.thaw.environments.bandits.internal.BernoulliBandit;
import org.thaw.tck.host.BareLife;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.OneTransition;

class BeliefsTest {
    private static final Signature SIGNATURE = new Signature(new Space.Categorical(2), new Space.Categorical(2));

    private static Thompson thompson(Thompson.Rewards rewards, double retention) {
        return new Thompson.Factory().create(new Thompson.Config(rewards, 1, 1, 0, 1, 1, retention), SIGNATURE, new HostContext(1));
    }

    private static Ucb1 ucb1() {
        return new Ucb1.Factory().create(new Ucb1.Config(1, 1), SIGNATURE, new HostContext(1));
    }

    private static void pull(Agent agent, int observation, int arm, double reward) {
        StepBuffer from = new StepBuffer(SIGNATURE);
        from.observation().ints()[0] = observation;
        StepBuffer to = new StepBuffer(SIGNATURE);
        to.transition(reward);
        Decision decision = new Decision(SIGNATURE);
        decision.choose(arm);
        agent.learn(new OneTransition(from, decision, to));
    }

    @Test
    void boundsOfUcb1AreMeansAndABonusForWhatIsRarelyTried() {
        Ucb1 learner = ucb1();
        StepBuffer step = new StepBuffer(SIGNATURE);
        double[] bounds = new double[2];
        pull(learner, 0, 0, 1);
        learner.bounds(step, bounds);
        assertEquals(Double.POSITIVE_INFINITY, bounds[1], "each arm is pulled once first");
        pull(learner, 0, 0, 0);
        pull(learner, 0, 1, 0.25);
        learner.bounds(step, bounds);
        assertArrayEquals(new double[] {0.5 + StrictMath.sqrt(StrictMath.log(3)), 0.25 + StrictMath.sqrt(2 * StrictMath.log(3))}, bounds, 1e-12);
        step.observation().ints()[0] = 1;
        learner.bounds(step, bounds);
        assertEquals(Double.POSITIVE_INFINITY, bounds[0], "another observation has arms of its own");
    }

    @Test
    void coinsAreBelievedInByTheirSuccessesAndFailures() {
        Thompson learner = thompson(Thompson.Rewards.BERNOULLI, 1);
        assertEquals(0.5, learner.expected(0, 0));
        pull(learner, 0, 0, 1);
        pull(learner, 0, 0, 0.5);
        // Beta(2.5, 1.5)
        assertEquals(2.5 / 4, learner.expected(0, 0), 1e-12);
        assertEquals(0.5, learner.expected(1, 0));
        String message = assertThrows(IllegalArgumentException.class, () -> pull(learner, 0, 0, 2)).getMessage();
        assertTrue(message.contains("rewards=gaussian"), message);
    }

    @Test
    void gaussianBeliefsShrinkWithEachPull() {
        Thompson learner = thompson(Thompson.Rewards.GAUSSIAN, 1);
        pull(learner, 0, 0, 3);
        pull(learner, 0, 0, 6);
        assertEquals(1.0 / 3, learner.variance(0, 0), 1e-12);
        assertEquals(3, learner.expected(0, 0), 1e-12);
    }

    @Test
    void oldPullsCountForLess() {
        Thompson learner = thompson(Thompson.Rewards.BERNOULLI, 0.5);
        pull(learner, 0, 0, 1);
        pull(learner, 0, 1, 1);
        pull(learner, 0, 0, 0);
        // ¼ success and one failure, on top of the prior
        assertEquals(1.25 / 3.25, learner.expected(0, 0), 1e-12);
    }

    @Test
    void eachTakesOverWhatTheOtherHasCounted() {
        Ucb1 ucb1 = ucb1();
        pull(ucb1, 1, 1, 1);
        Thompson thompson = thompson(Thompson.Rewards.BERNOULLI, 1);
        MemoryState.of(ucb1).into(thompson);
        assertEquals(2.0 / 3, thompson.expected(1, 1), 1e-12);
        assertEquals(1, thompson.updates());
    }

    @Test
    void countsOfOtherRewardsAreNoSuccessesAndFailures() {
        Ucb1 ucb1 = ucb1();
        pull(ucb1, 1, 1, -3);
        MemoryState saved = MemoryState.of(ucb1);
        String message = assertThrows(IllegalArgumentException.class, () -> saved.into(thompson(Thompson.Rewards.BERNOULLI, 1))).getMessage();
        assertTrue(message.contains("rewards=gaussian"), message);
        Thompson gaussian = thompson(Thompson.Rewards.GAUSSIAN, 1);
        saved.into(gaussian);
        assertEquals(-1.5, gaussian.expected(1, 1), 1e-12);
    }

    /** The mean of Beta(a, b) is a / (a + b), its variance a b / ((a + b)² (a + b + 1)). */
    @ParameterizedTest
    @CsvSource({"1, 1", "0.3, 0.5", "20, 5", "300, 700"})
    void drawsFollowTheBetaDistribution(double a, double b) {
        HostStream random = new HostStream(5);
        int draws = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double x = Gamma.beta(a, b, random);
            sum += x;
            squares += x * x;
        }
        double mean = a / (a + b);
        double variance = a * b / ((a + b) * (a + b) * (a + b + 1));
        assertEquals(mean, sum / draws, 5 * StrictMath.sqrt(variance / draws));
        assertEquals(variance, squares / draws - sum / draws * (sum / draws), 0.05 * variance);
    }

    @Test
    void pullingAndLearningAllocateNothing() {
        HostContext host = new HostContext(1);
        BernoulliBandit.Config arms = new BernoulliBandit.Config(List.of(0.2, 0.8), 2, 0, 0, 0, 0);
        Signature signature = new BernoulliBandit().create(arms, host).signature();
        BareLife.allocatesNothing(context -> new Ucb1.Factory().create(new Ucb1.Config(1, 0.9), signature, context), new BernoulliBandit().create(arms, host));
        for (Thompson.Rewards rewards : Thompson.Rewards.values()) {
            BareLife.allocatesNothing(context -> new Thompson.Factory().create(new Thompson.Config(rewards, 1, 1, 0, 1, 1, 0.9), signature, context),
                    new BernoulliBandit().create(arms, host));
        }
    }
}
