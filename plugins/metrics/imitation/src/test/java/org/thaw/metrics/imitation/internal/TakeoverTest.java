package org.thaw.metrics.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.tck.host.Found;

/**
 * Two lifetimes, T1 after two episodes, ΔT of four, w of one. Means: the teacher has 4 at T1 and 8 at the end, the student 3.5 and 5, random play 1; the
 * teacher's best is 8.
 */
class TakeoverTest {
    private static final double EXACT = 1e-12;
    private static final Chronicle RUN = new Chronicle()
            .renew("learner", 2, true).live("learner", 1, 0, 2).fork("learner", "learner/frozen@2").live("learner", 1, 4, 6, 8, 10)
            .renew("ad", 2, false).live("ad", 1, 4, 4, 5, 6).compare("ad", "fidelity under the teacher's states", .9, .1)
            .compare("learner/frozen@2", "fidelity under the states of ad", .7, .3).live("learner/frozen@2", 1, 3, 3, 3, 3)
            .renew("random", 2, false).live("random", 1, 1)
            .renew("learner", 3, true).live("learner", 1, 0, 0).fork("learner", "learner/frozen@3").live("learner", 1, 4, 6, 6, 6)
            .renew("ad", 3, false).live("ad", 1, 3, 4, 4, 4).compare("ad", "fidelity under the teacher's states", .7, .3)
            .compare("learner/frozen@3", "fidelity under the states of ad", .5, .5).live("learner/frozen@3", 1, 3, 3, 3, 3)
            .renew("random", 3, false).live("random", 1, 1);

    private static Found gap(List<Double> reference) {
        return Found.by(new LongTermGap.Factory().create(new LongTermGap.Config(10, reference)), RUN.events());
    }

    @Test
    void theGapIsTheShareOfTheTeachersGainThatAStudentMisses() {
        Found found = gap(List.of());
        assertEquals((8 - 5) / (8 - 4.0), found.scalars.get("ad long-term-gap"), EXACT);
        assertEquals((8 - 3) / (8 - 4.0), found.scalars.get("learner/frozen long-term-gap"), EXACT);
        assertEquals((3.5 - 1) / (4 - 1), found.scalars.get("ad long-term-gap/ratio"), EXACT);
        assertEquals(2, found.scalars.get("ad long-term-gap/lifetimes"));
    }

    @Test
    void scoresAreNormalisedByRandomPlayAndTheTeachersBest() {
        Found found = gap(List.of());
        assertEquals(3 / 7.0, found.scalars.get("learner long-term-gap/z-at-freezing"), EXACT);
        assertEquals(1, found.scalars.get("learner long-term-gap/z-at-end"), EXACT);
        assertEquals(1.5 / 7, found.scalars.get("ad long-term-gap/own-gain"), EXACT);
    }

    @Test
    void aKnownCeilingTakesThePlaceOfTheTeachersBest() {
        assertEquals((5 - 1) / (17 - 1.0), gap(List.of(17.0)).scalars.get("ad long-term-gap/z-at-end"), EXACT);
    }

    @Test
    void curvesRunOverStepsOfTheLifetimeAndStudentsBeginAtTheFreezing() {
        Found found = gap(List.of());
        assertArrayEquals(new double[] {10, 20, 30, 40, 50, 60}, found.series.get("learner long-term-gap/return")[0]);
        assertArrayEquals(new double[] {0, 1, 4, 6, 7, 8}, found.series.get("learner long-term-gap/return")[1], EXACT);
        assertArrayEquals(new double[] {30, 40, 50, 60}, found.series.get("ad long-term-gap/return")[0]);
        assertArrayEquals(new double[] {3.5, 4, 4.5, 5}, found.series.get("ad long-term-gap/return")[1], EXACT);
        assertArrayEquals(new double[] {30, 40, 50, 60}, found.series.get("learner/frozen long-term-gap/return")[0]);
        assertArrayEquals(new double[] {1, 1, 1, 1, 1, 1}, found.series.get("random long-term-gap/return")[1], EXACT);
    }

    @Test
    void fidelityIsOneLessTheMeanDivergence() {
        Found found = Found.by(new Snapshot.Factory().create(new Snapshot.Config(10)), RUN.events());
        assertEquals(.8, found.scalars.get("ad snapshot/fidelity"), EXACT);
        assertEquals(.6, found.scalars.get("ad snapshot/fidelity/own"), EXACT);
        assertEquals(.8, found.scalars.get("ad snapshot/agreement"), EXACT);
        assertEquals(.6, found.scalars.get("ad snapshot/agreement/own"), EXACT);
        assertEquals(2.5 / 3, found.scalars.get("ad snapshot/ratio"), EXACT);
    }

    @Test
    void aLifetimeThatAStudentDidNotLiveIsLeftOut() {
        Chronicle run = new Chronicle().renew("learner", 2, true).live("learner", 1, 0, 2).fork("learner", "learner/frozen@2").live("learner", 1, 4, 10)
                .renew("ad", 2, false).live("ad", 1, 4, 7).renew("random", 2, false).live("random", 1, 0)
                .renew("learner", 3, true).live("learner", 1, 0, 0).fork("learner", "learner/frozen@3").live("learner", 1, 40, 60).renew("random", 3, false).live("random", 1, 0);
        Found found = Found.by(new LongTermGap.Factory().create(new LongTermGap.Config(10, List.of())), run.events());

        assertEquals(.5, found.scalars.get("ad long-term-gap"), EXACT);
        assertEquals(1, found.scalars.get("ad long-term-gap/lifetimes"));
        assertEquals(2, found.scalars.get("learner long-term-gap/lifetimes"));
    }

    @Test
    void withoutATakeoverThereIsNothingToSay() {
        Found found = Found.by(new LongTermGap.Factory().create(new LongTermGap.Config(10, List.of())), new Chronicle().renew("learner", 2, true).live("learner", 1, 1, 2).events());
        assertTrue(found.scalars.isEmpty() && found.series.isEmpty());
        assertFalse(new Takeover("none", List.of(), new Scale(0, List.of(), 0)).happened());
    }
}
