package org.thaw.metrics.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private static final double EXACT = 1e-12;

    /** 999 resamples, evenly from 0.001 to 0.999. */
    private static final Estimate EVEN = new Estimate(.5, IntStream.rangeClosed(1, 999).mapToDouble(i -> i / 1000.0).toArray());

    /** Ten of 999 are at most 0.01, 9 at least 0.991. */
    @Test
    void chancesAreSharesOfResamplesWithOneAdded() {
        assertEquals(11 / 1000.0, EVEN.pAbove(.01), EXACT);
        assertEquals(10 / 1000.0, EVEN.pBelow(.991), EXACT);
        assertEquals(1, EVEN.pAbove(2));
    }

    @Test
    void intervalsLeaveOutAFortiethAtEitherEnd() {
        assertEquals(.025 * 998 / 1000 + .001, EVEN.low(), 1e-9);
        assertEquals(.975 * 998 / 1000 + .001, EVEN.high(), 1e-9);
    }

    @Test
    void undefinedResamplesSpeakAgainstEveryClaim() {
        Estimate odd = new Estimate(Double.NaN, new double[] {Double.NaN, Double.NaN});
        assertEquals(1, odd.pAbove(0));
        assertEquals(1, odd.pBelow(0));
        assertEquals(Verdict.UNDETERMINED, Claim.above(new Estimate(Double.NaN, new double[0]), 0, 0).verdict(1));
    }

    @Test
    void aClaimTakesTheClearerOfItsTwoSides() {
        assertEquals(22 / 1000.0, Claim.above(EVEN, .01, -1).p(), EXACT);
        assertEquals(Verdict.SUPPORTED, Claim.above(EVEN, .01, -1).verdict(.022));
        assertEquals(Verdict.REFUTED, Claim.above(EVEN, 2, .99).verdict(.03));
        assertEquals(Verdict.UNDETERMINED, Claim.above(EVEN, .01, -1).verdict(.051));
    }

    @Test
    void aControlCannotRefute() {
        assertEquals(1, Claim.control(EVEN, -1).p());
        assertEquals(Verdict.SUPPORTED, Claim.control(EVEN, .999).verdict(.01));
    }

    /** p = 0.022, 0.010 and 1: corrected 2 · 0.022, 3 · 0.010, 1. */
    @Test
    void aFamilyIsCorrectedTogether() {
        Family family = new Family(0);
        int first = family.add(Claim.above(EVEN, .01, -1));
        int second = family.add(new Claim(EVEN, .005, 1));
        int third = family.add(new Claim(EVEN, .7, 1));
        org.thaw.tck.host.Found found = new org.thaw.tck.host.Found();
        List.of(first, second, third).forEach(claim -> family.tell(claim, found, "claim" + claim, "x"));

        assertEquals(.044, found.scalars.get("claim0 x/p-holm"), EXACT);
        assertEquals(.030, found.scalars.get("claim1 x/p-holm"), EXACT);
        assertEquals(1, found.scalars.get("claim2 x/p-holm"), EXACT);
        assertEquals(Verdict.SUPPORTED, family.verdict(first));
        assertEquals(Verdict.UNDETERMINED, family.verdict(third));
    }

    /** Two runs of which one has twice the lifetimes; each resample keeps 2 and 1 of them. */
    @Test
    void runsAreResampledEachAmongItsOwnLifetimes() {
        Sample sample = new Sample("runs", 50, List.of(List.of(new double[] {3}, new double[] {3}), List.of(new double[] {9}), List.of()));
        Estimate mean = sample.of(means -> means[0]);
        assertEquals(5, mean.value());
        assertTrue(mean.low() == 5 && mean.high() == 5);
        assertEquals(3, sample.size());
    }

    @Test
    void rowsWithAHoleAreLeftOut() {
        Sample sample = new Sample("hole", 0, List.of(List.of(new double[] {1, 2}, new double[] {100, Double.NaN})));
        assertEquals(1, sample.mean(0));
        assertEquals(1, sample.size());
    }
}
