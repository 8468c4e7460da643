package org.thaw.metrics.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.thaw.metrics.imitation.internal.Listed.Kind;
import org.thaw.tck.host.Found;
import org.thaw.tck.host.MemoryRun;

/**
 * A context window is two episodes, w one; budgets are 0.5, 1, 2 and 4 windows, so that J(b) is the return of the episodes 1, 2, 4 and 8, counted from 0. The
 * teacher earns 2, 4, 6, 8 there: with random play at 0 and a reference of 8, a slope of a quarter of z for each doubling.
 */
class BudgetsTest {
    private static final String ID = "knowledge-or-information";
    private static final List<Double> BUDGETS = List.of(.5, 1.0, 2.0, 4.0);
    private static final double[] RISES = {1, 2, 4, 0, 6, 0, 0, 0, 8};
    private static final double[] STOPS = {1, 2, 4, 0, 4, 0, 0, 0, 4};

    private static Chronicle run(int lifetimes, double[] teacher, double[] student, double kept, double weights) {
        Chronicle all = new Chronicle().freeze("ad");
        for (long k = 11; k < 11 + lifetimes; k++) {
            double off = .1 * Chronicle.spread(k);
            all.renew("learner", k, true).live("learner", 1, plus(Arrays.copyOf(teacher, 2), off)).fork("learner", "learner/frozen@" + k)
                    .live("learner", 1, plus(Arrays.copyOfRange(teacher, 2, teacher.length), off)).renew("ad", k, false).live("ad", 1, kept + off)
                    .renew("ad", k, false).live("ad", 2, plus(student, off)).fork("ad/thawed", "ad/weights@" + k).renew("ad/weights@" + k, k, false)
                    .live("ad/weights@" + k, 3, weights + off).renew("random", k, false).live("random", 1, 0);
        }
        return all;
    }

    private static double[] plus(double[] returns, double off) {
        return Arrays.stream(returns).flatMap(each -> DoubleStream.of(each + off)).toArray();
    }

    private static Found judge(double[] teacher, double[] student, double kept, double weights) {
        return judge(teacher, student, kept, weights, .5);
    }

    private static Found judge(double[] teacher, double[] student, double kept, double weights, double snapshot) {
        KnowledgeVerdict.Config config = new KnowledgeVerdict.Config(List.of(new Listed("ad", Kind.NEURAL_FROZEN)), BUDGETS, 10, List.of(8.0), .5, .8, .2, snapshot, 10, 0, 500);
        return Found.by(new KnowledgeVerdict.Factory().create(config), List.of(new MemoryRun("q", "room", 0, run(12, teacher, student, kept, weights).events())));
    }

    @Test
    void contextSlopeAndDeltaAreDifferencesOfNormalisedReturns() {
        KnowledgeOrInformation.Config config = new KnowledgeOrInformation.Config(BUDGETS, 0, List.of(8.0));
        Found found = Found.by(new KnowledgeOrInformation.Factory().create(config), run(3, RISES, new double[] {1, 2, 4, 0, 5, 0, 0, 0, 6}, 3, 7).events());

        assertEquals((3 - 1) / 8.0, found.scalars.get("ad " + ID + "/context"), 1e-9);
        assertEquals((7 - 3) / 8.0, found.scalars.get("ad " + ID + "/delta"), 1e-9);
        assertEquals(1 / 4.0, found.scalars.get("ad " + ID + "/teachers-slope"), 1e-9);
        assertEquals(1 / 8.0, found.scalars.get("ad " + ID + "/slope"), 1e-9);
        assertArrayEquals(new double[] {2 / 8.0, 4 / 8.0, 5 / 8.0, 6 / 8.0}, found.series.get("ad " + ID + "/budgets")[1], 1e-9);
        assertArrayEquals(new double[] {.5, 1, 2, 4}, found.series.get("ad " + ID + "/budgets")[0]);
    }

    @Test
    void withoutAReferenceTheTeachersBestCountsAsOne() {
        KnowledgeOrInformation.Config config = new KnowledgeOrInformation.Config(BUDGETS, 0, List.of());
        Found found = Found.by(new KnowledgeOrInformation.Factory().create(config), run(3, RISES, STOPS, 3, 7).events());
        assertEquals(1, found.series.get("ad " + ID + "/budgets/teacher")[1][3], 1e-9);
    }

    @Test
    void experienceThatDoesNotAddUpAndWeightsThatHelpSupportTheEssay() {
        Found found = judge(RISES, STOPS, 3, 7);
        assertEquals(0, found.scalars.get("q/ad " + ID + "-verdict/slope-ratio"), 1e-9);
        assertEquals(1, found.scalars.get("q/ad " + ID + "-verdict/slope-ratio/verdict"));
        assertEquals(1, found.scalars.get("q/ad " + ID + "-verdict/delta/verdict"));
        assertEquals(1, found.scalars.get("q " + ID + "-verdict/verdict"));
    }

    @Test
    void experienceThatAddsUpAndAContextThatDoesMoreThanWeightsRefuteIt() {
        assertEquals(-1, judge(RISES, RISES, 7, 3).scalars.get("q " + ID + "-verdict/verdict"));
    }

    /** The teacher earns 4 after T1, the student 3. */
    @Test
    void aStudentThatDoesNotActLikeItsTeacherDoesNotCount() {
        Found found = judge(RISES, STOPS, 3, 7, .9);
        assertEquals(.75, found.scalars.get("q/ad " + ID + "-verdict/snapshot-ratio"), 1e-9);
        assertTrue(Double.isNaN(found.scalars.get("q/ad " + ID + "-verdict/verdict")));
        assertTrue(Double.isNaN(found.scalars.get("q/ad " + ID + "-verdict/slope-ratio/verdict")), "neither claim does");
        assertTrue(Double.isNaN(found.scalars.get("q/ad " + ID + "-verdict/delta/verdict")));
        assertEquals(0, found.scalars.get("q/ad " + ID + "-verdict/counted"));
        assertEquals(.9, found.scalars.get("q/ad " + ID + "-verdict/snapshot-ratio/counted-above"), "the reason is told");
        assertTrue(Double.isNaN(found.scalars.get("q " + ID + "-verdict/verdict")));
    }

    @Test
    void aListedStudentOfWhomNothingIsThereMakesTheTestsHarderAndLeavesNoVerdict() {
        List<Listed> listed = List.of(new Listed("ad", Kind.NEURAL_FROZEN), new Listed("da", Kind.NEURAL_FROZEN));
        KnowledgeVerdict.Config config = new KnowledgeVerdict.Config(listed, BUDGETS, 10, List.of(8.0), .5, .8, .2, .5, 10, 0, 500);
        Found found = Found.by(new KnowledgeVerdict.Factory().create(config), List.of(new MemoryRun("q", "room", 0, run(12, RISES, STOPS, 3, 7).events())));
        assertEquals(8 / 501.0, found.scalars.get("q/ad " + ID + "-verdict/delta/p-holm"), 1e-12, "four tests");
        assertEquals(1, found.scalars.get("q/ad " + ID + "-verdict/verdict"));
        assertEquals(1, found.scalars.get("q/da " + ID + "-verdict/not-counted/listed-but-nobody-of-that-name-lived"));
        assertTrue(Double.isNaN(found.scalars.get("q " + ID + "-verdict/verdict")));
    }

    /** Nine episodes of ten steps in twenty windows of 4.5: the first ends within (9, 13.5]. */
    @Test
    void curvesBeginWithNothingAndHaveBands() {
        Found found = judge(RISES, STOPS, 3, 7);
        double[][] student = found.series.get("q/ad " + ID + "-verdict/return");
        double[][] teacher = found.series.get("q " + ID + "-verdict/return");
        assertArrayEquals(STOPS, student[1], 1e-9);
        assertArrayEquals(RISES, teacher[1], 1e-9);
        assertArrayEquals(teacher[0], student[0]);
        assertEquals(13.5, student[0][0], 1e-9, "the first episode ends at step 10");
        assertEquals(90, student[0][8], 1e-9);
        assertTrue(found.series.get("q/ad " + ID + "-verdict/return/low")[1][0] < 1 && found.series.get("q/ad " + ID + "-verdict/return/high")[1][0] > 1);
        assertEquals(20, found.series.get("q/random " + ID + "-verdict/return")[0].length);
    }

    @Test
    void oneOfTheTwoIsNotEnough() {
        assertEquals(0, judge(RISES, STOPS, 7, 3).scalars.get("q " + ID + "-verdict/verdict"));
        assertEquals(0, judge(RISES, RISES, 3, 7).scalars.get("q " + ID + "-verdict/verdict"));
    }

    @Test
    void aTeacherThatHasNothingToGainBeyondOneWindowTellsNothingOfTheSlope() {
        Found found = judge(STOPS, STOPS, 3, 7);
        assertTrue(Double.isNaN(found.scalars.get("q/ad " + ID + "-verdict/slope-ratio/verdict")));
        assertEquals(0, found.scalars.get("q/ad " + ID + "-verdict/verdict"));
    }

    @Test
    void budgetsMustAscendAndHoldTwoBeyondOneWindow() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Budgets.checked(List.of(2.0, 1.0))).getMessage().contains("each greater"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Budgets.checked(List.of(.5, 1.0))).getMessage().contains("at least two"));
    }
}
