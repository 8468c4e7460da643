package org.thaw.learners.bandits.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.Signature;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Agent;
import org.thaw.environments.bandits.internal.BernoulliBandit;
import org.thaw.environments.bandits.internal.GaussianBandit;
import org.thaw.tck.host.BareLife;
import org.thaw.tck.host.HostContext;

/** Pseudo-regret, Σ of what the best arm's mean exceeds that of the pulled one, as a mean over 50 lives. */
class RegretTest {
    private static final int LIVES = 50;
    private static final int PULLS = 10_000;
    private static final List<Double> MEANS = List.of(0.9, 0.8, 0.7, 0.6, 0.5, 0.4);
    private static final double BEST = 0.9;
    private static Regret ucb;

    @BeforeAll
    static void liveByUcb1() {
        ucb = regret(RegretTest::ucb1, RegretTest::coins);
    }

    /** The regret after a tenth of the pulls, and after all. */
    private record Regret(double early, double late) {
    }

    private static Regret regret(Function<Signature, Function<Context, Agent>> maker, Function<Context, World> bandit) {
        double early = 0;
        double late = 0;
        for (int seed = 0; seed < LIVES; seed++) {
            World world = bandit.apply(new HostContext(1000 + seed));
            BareLife life = new BareLife(maker.apply(world.signature()).apply(new HostContext(seed)), world);
            for (int pull = 0; pull < PULLS; pull++) {
                double missed = (BEST - MEANS.get(life.live().previousAction().index())) / LIVES;
                late += missed;
                early += pull < PULLS / 10 ? missed : 0;
            }
        }
        return new Regret(early, late);
    }

    private static World coins(Context context) {
        return new BernoulliBandit().create(new BernoulliBandit.Config(MEANS, 6, 0, 0, 0, 0), context);
    }

    private static World normals(Context context) {
        return new GaussianBandit().create(new GaussianBandit.Config(MEANS, 6, 0, 0.5, 0, 0, 0), context);
    }

    private static Function<Context, Agent> ucb1(Signature signature) {
        return context -> new Ucb1.Factory().create(new Ucb1.Config(1, 1), signature, context);
    }

    private static Function<Context, Agent> thompson(Thompson.Rewards rewards, Signature signature) {
        return context -> new Thompson.Factory().create(new Thompson.Config(rewards, 1, 1, 0, 1, 0.5, 1), signature, context);
    }

    /** Auer, Cesa-Bianchi and Fischer 2002, theorem 1. */
    private static double bound(double pulls) {
        double inverse = 0;
        double sum = 0;
        for (double mean : MEANS.subList(1, MEANS.size())) {
            inverse += 1 / (BEST - mean);
            sum += BEST - mean;
        }
        return 8 * StrictMath.log(pulls) * inverse + (1 + StrictMath.PI * StrictMath.PI / 3) * sum;
    }

    @Test
    void regretOfUcb1StaysBelowItsBoundAndGrowsWithTheLogarithmOnly() {
        assertTrue(ucb.late() < bound(PULLS), ucb + " against " + bound(PULLS));
        assertTrue(ucb.early() < bound(PULLS / 10.0), ucb + " against " + bound(PULLS / 10.0));
        // from one to the other by 8 Σ ln 10 / Δ_i at most; a constant share of bad pulls would make ten times as much
        assertTrue(ucb.late() - ucb.early() < bound(PULLS) - bound(PULLS / 10.0), ucb.toString());
        assertTrue(ucb.late() < 4 * ucb.early(), ucb.toString());
    }

    @Test
    void thompsonSamplingRegretsLessThanUcb1() {
        Regret thompson = regret(signature -> thompson(Thompson.Rewards.BERNOULLI, signature), RegretTest::coins);
        Regret gaussian = regret(signature -> thompson(Thompson.Rewards.GAUSSIAN, signature), RegretTest::normals);
        assertTrue(thompson.late() < ucb.late() / 2, thompson + " against " + ucb);
        assertTrue(thompson.late() < 2 * thompson.early(), thompson.toString());
        assertTrue(gaussian.late() < 2 * gaussian.early(), gaussian.toString());
    }
}
