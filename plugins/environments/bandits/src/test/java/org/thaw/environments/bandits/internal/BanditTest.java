package org.thaw.environments.bandits.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.WorldAllocation;

class BanditTest {
    private static Bandit bernoulli(long seed, BernoulliBandit.Config config) {
        return (Bandit) new BernoulliBandit().create(config, new HostContext(seed));
    }

    private static Bandit gaussian(long seed, GaussianBandit.Config config) {
        return (Bandit) new GaussianBandit().create(config, new HostContext(seed));
    }

    private static BernoulliBandit.Config still(Double... means) {
        return new BernoulliBandit.Config(List.of(means), 10, 0, 0, 0, 0);
    }

    /** Rewards of so many pulls of one arm. */
    private static double[] pull(Bandit bandit, int arm, int times) {
        StepBuffer out = new StepBuffer(bandit.signature());
        Action action = new Action(bandit.signature());
        action.set(arm);
        double[] rewards = new double[times];
        bandit.reset(out);
        for (int i = 0; i < times; i++) {
            bandit.step(action, out);
            rewards[i] = out.reward();
            if (out.isLast()) {
                bandit.reset(out);
            }
        }
        return rewards;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Ten thousand pulls: the mean's standard error is at most 0.005; four of them are allowed. */
    @Test
    void coinsPayTheirMeans() {
        for (int arm = 0; arm < 3; arm++) {
            double p = List.of(0.1, 0.5, 0.85).get(arm);
            assertEquals(p, mean(pull(bernoulli(7, still(0.1, 0.5, 0.85)), arm, 10_000)), 0.02);
        }
        assertEquals(0, mean(pull(bernoulli(7, still(0.0, 1.0)), 0, 100)));
        assertEquals(1, mean(pull(bernoulli(7, still(0.0, 1.0)), 1, 100)));
    }

    @Test
    void normalArmsPayTheirMeansWithTheirDeviation() {
        double[] rewards = pull(gaussian(7, new GaussianBandit.Config(List.of(-2.0, 3.0), 2, 0, 0.5, 0, 0, 0)), 1, 10_000);
        double mean = mean(rewards);
        assertEquals(3, mean, 0.02);
        assertEquals(0.25, Arrays.stream(rewards).map(r -> (r - mean) * (r - mean)).average().orElseThrow(), 0.02);
    }

    @Test
    void drawnMeansBelongToSeedAndKeyAndAreTheSameInEveryLane() {
        BernoulliBandit.Config drawn = new BernoulliBandit.Config(List.of(), 5, 0, 0, 0, 0);
        HostContext run = new HostContext(3);
        Bandit one = (Bandit) new BernoulliBandit().create(drawn, run);
        pull(one, 2, 30);
        Bandit lane = (Bandit) new BernoulliBandit().create(drawn, run);
        assertArrayEquals(one.means(), lane.means());
        assertFalse(Arrays.equals(one.means(), bernoulli(4, drawn).means()));
        assertFalse(Arrays.equals(one.means(), bernoulli(3, new BernoulliBandit.Config(List.of(), 5, 1, 0, 0, 0)).means()));
    }

    @Test
    void withoutDriftMeansStay() {
        Bandit bandit = bernoulli(1, still(0.2, 0.9));
        pull(bandit, 0, 500);
        assertArrayEquals(new double[] {0.2, 0.9}, bandit.means());
    }

    /** After n steps of deviation σ a walk has variance n σ²: over 2000 arms 100 · 0.01² = 0.01, give or take four standard errors of 3 %. */
    @Test
    void allArmsDriftWithEachPull() {
        Double[] zeros = new Double[2000];
        Arrays.fill(zeros, 0.0);
        Bandit bandit = gaussian(5, new GaussianBandit.Config(List.of(zeros), 1, 0, 1, 0.01, 0, 0));
        pull(bandit, 0, 100);
        assertEquals(0.01, Arrays.stream(bandit.means()).map(m -> m * m).average().orElseThrow(), 0.0013);
    }

    @Test
    void walksOfCoinsAreReflectedAt0And1() {
        Arms coins = new BernoulliBandit.Coins();
        assertEquals(0.25, coins.bounded(-0.25));
        assertEquals(0.75, coins.bounded(1.25));
        assertEquals(0.5, coins.bounded(-3.5));
        assertEquals(0.3, coins.bounded(0.3));
    }

    @Test
    void meansAreDrawnAnewAfterSoManyPulls() {
        Bandit bandit = bernoulli(5, new BernoulliBandit.Config(List.of(), 3, 0, 0, 4, 0));
        double[] first = bandit.means().clone();
        pull(bandit, 0, 3);
        assertArrayEquals(first, bandit.means());
        pull(bandit, 0, 1);
        double[] second = bandit.means().clone();
        assertFalse(Arrays.equals(first, second));
        pull(bandit, 0, 3);
        assertArrayEquals(second, bandit.means());
    }

    @Test
    void givenMeansAreDealtOutAnew() {
        Bandit bandit = gaussian(5, new GaussianBandit.Config(List.of(1.0, 2.0, 3.0, 4.0, 5.0), 1, 0, 0, 0, 1, 0));
        pull(bandit, 0, 1);
        double[] dealt = bandit.means().clone();
        assertFalse(Arrays.equals(new double[] {1, 2, 3, 4, 5}, dealt));
        Arrays.sort(dealt);
        assertArrayEquals(new double[] {1, 2, 3, 4, 5}, dealt);
    }

    @Test
    void aHorizonCutsOffAndNoneNever() {
        Bandit bandit = bernoulli(5, new BernoulliBandit.Config(List.of(), 3, 0, 0, 0, 2));
        StepBuffer out = new StepBuffer(bandit.signature());
        Action action = new Action(bandit.signature());
        action.set(1);
        for (int episode = 0; episode < 3; episode++) {
            bandit.reset(out);
            assertTrue(out.isFirst());
            bandit.step(action, out);
            assertFalse(out.isLast());
            bandit.step(action, out);
            assertTrue(out.isLast() && out.discount() == 1);
        }
    }

    @Test
    void pullsAllocateNothing() {
        WorldAllocation.none(bernoulli(1, new BernoulliBandit.Config(List.of(), 10, 0, 0.1, 7, 100)));
        WorldAllocation.none(gaussian(1, new GaussianBandit.Config(List.of(1.0, 2.0), 1, 0, 1, 0.1, 7, 0)));
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> still(0.5, 1.5));
        assertEquals("means: 1.5, expected probabilities from 0 to 1", refused.getMessage());
    }
}
