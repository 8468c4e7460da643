package org.thaw.metrics.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;
import org.thaw.metrics.imitation.internal.Listed.Kind;
import org.thaw.tck.host.Found;
import org.thaw.tck.host.MemoryRun;

/** After each change random play earns 0, a frozen teacher 1, a fresh one 5 on average. */
class LadderTest {
    private static final String ID = "switch-after-imitation-verdict";
    private static final List<Listed> STUDENTS = List.of(new Listed("ad", Kind.NEURAL_FROZEN));

    /** @param students what the student earns on the levels 0, 1 … */
    private static Chronicle run(int lifetimes, double fresh, double... student) {
        return runAfter(5, lifetimes, fresh, student);
    }

    /** @param before what the student earns where nothing has changed, the teacher 5 */
    private static Chronicle runAfter(double before, int lifetimes, double fresh, double... student) {
        Chronicle all = new Chronicle().freeze("ad");
        for (long k = 11; k < 11 + lifetimes; k++) {
            double off = .1 * Chronicle.spread(k);
            all.renew("learner", k, true).live("learner", 1, 0, 2);
            for (int level = 0; level < student.length; level++) {
                int task = level + 2;
                String part = "@" + k + ".L" + level;
                all.fork("learner", "learner/live" + part).live("learner/live" + part, task, 3, 3).fork("learner", "learner/frozen" + part).live("learner/frozen" + part, task, 1, 1);
            }
            all.live("learner", 1, 5).renew("ad", k, false).pass("ad", 20).live("ad", 1, before).renew("random", k, false).live("random", 1, 0);
            for (int level = 0; level < student.length; level++) {
                int task = level + 2;
                all.renew("learner", k, true).live("learner", task, fresh - 1 + off, fresh + 1 + off).renew("ad", k, false).live("ad", task, student[level], student[level] - off)
                        .renew("random", k, false).live("random", task, 0, 0);
            }
        }
        return all;
    }

    private static Found judge(int lifetimes, double fresh, double... student) {
        return judge(run(lifetimes, fresh, student));
    }

    private static Found judge(Chronicle run) {
        SwitchVerdict.Config config = new SwitchVerdict.Config(STUDENTS, .8, 2, .9, 10, 10, 0, 500);
        return Found.by(new SwitchVerdict.Factory().create(config), List.of(new MemoryRun("q", "room", 0, run.events())));
    }

    @Test
    void aStudentThatDidNotActLikeItsTeacherBeforeTheChangeDoesNotCount() {
        Found found = judge(runAfter(4, 12, 5, 5, 5, 1, 0));
        assertEquals(.8, found.scalars.get("q/ad " + ID + "/snapshot-ratio"), 1e-9);
        assertEquals(0, found.scalars.get("q/ad " + ID + "/counted"));
        assertTrue(Double.isNaN(found.scalars.get("q " + ID + "/verdict")));
        assertTrue(Double.isNaN(found.scalars.get("q/ad " + ID + "/L2/verdict")), "that it fails is no wonder");
        assertTrue(Double.isNaN(found.scalars.get("q/ad " + ID + "/L0/verdict")), "though it reaches the level");
        assertTrue(Double.isNaN(found.scalars.get("q/ad " + ID + "/highest-level")));
        assertEquals(.9, found.scalars.get("q/ad " + ID + "/snapshot-ratio/counted-above"));
        assertEquals(1, found.scalars.get("q " + ID + "/L2/counted"), "of the teacher");
    }

    /** One lifetime of 13 in which the student ends no episode on level 2: 12 are left, above the least of 10 but not above 95%. */
    @Test
    void aLevelOnWhichLifetimesWereLeftOutDoesNotCountForThatStudent() {
        Chronicle run = run(12, 5, 5, 5, 1, 0).renew("ad", 50, false).earn("ad", 4, 20, 40);
        Found found = judge(run);
        assertEquals(12, found.scalars.get("q/ad " + ID + "/L2/lifetimes"));
        assertEquals(1, found.scalars.get("q/ad " + ID + "/L2/lifetimes-dropped"));
        assertEquals(12 / 13.0, found.scalars.get("q/ad " + ID + "/L2/lifetimes-kept"), 1e-12);
        assertTrue(Double.isNaN(found.scalars.get("q/ad " + ID + "/L2/verdict")));
        assertEquals(1, found.scalars.get("q/ad " + ID + "/L3/verdict"));
    }

    @Test
    void areasAreComparedWithAFreshTeachersAndAFrozenOnes() {
        Found found = Found.by(new SwitchAfterImitation.Factory().create(new None()), run(3, 5, 4, 2).events());
        assertEquals(4 / 5.0, found.scalars.get("ad switch-after-imitation/L0"), 1e-9);
        assertEquals(2 / 5.0, found.scalars.get("ad switch-after-imitation/L1"), 1e-9);
        assertEquals(1, found.scalars.get("ad switch-after-imitation/L1/over-frozen"), 1e-9);
        assertEquals(3 / 5.0, found.scalars.get("learner/live switch-after-imitation/L0"), 1e-9);
        assertEquals(1, found.scalars.get("learner switch-after-imitation/L0"), 1e-9);
        assertArrayEquals(new double[] {4, 6}, found.series.get("learner switch-after-imitation/L0/return")[1], 1e-9);
    }

    @Test
    void theHighestLevelIsTheLastThatIsReached() {
        Found found = judge(12, 5, 5, 5, 1, 0);
        assertEquals(1, found.scalars.get("q/ad " + ID + "/highest-level"));
        assertEquals(-1, found.scalars.get("q/ad " + ID + "/L0/verdict"), "reached");
        assertEquals(1, found.scalars.get("q/ad " + ID + "/L3/verdict"), "failed");
        assertEquals(.2, found.scalars.get("q/ad " + ID + "/L2/ratio"), 1e-9);
    }

    @Test
    void failingFromTheSecondLevelOnSupportsTheEssayWhateverHappensBelow() {
        assertEquals(1, judge(12, 5, 5, 5, 1, 0).scalars.get("q " + ID + "/verdict"));
    }

    @Test
    void reachingOneOfThemRefutesIt() {
        Found found = judge(12, 5, 0, 0, 0, 5);
        assertEquals(-1, found.scalars.get("q " + ID + "/verdict"));
        assertEquals(3, found.scalars.get("q/ad " + ID + "/highest-level"));
    }

    @Test
    void ofAPositiveControlReachingALevelIsExpected() {
        SwitchVerdict.Config config = new SwitchVerdict.Config(List.of(new Listed("ad", Kind.PROGRAM)), .8, 2, .9, 10, 10, 0, 500);
        Found found = Found.by(new SwitchVerdict.Factory().create(config), List.of(new MemoryRun("q", "room", 0, run(12, 5, 0, 0, 5).events())));
        assertEquals(1, found.scalars.get("q/ad " + ID + "/L2/verdict"));
        assertEquals(0, found.scalars.get("q/ad " + ID + "/L1/verdict"), "failing refutes nothing");
        assertEquals(2, found.scalars.get("q/ad " + ID + "/highest-level"));
        assertTrue(Double.isNaN(found.scalars.get("q " + ID + "/verdict")), "no frozen student, no verdict");
    }

    @Test
    void closeToTheThresholdIsUndetermined() {
        assertEquals(0, judge(12, 5, 0, 0, 4, 0).scalars.get("q " + ID + "/verdict"));
    }

    @Test
    void whereAFreshTeacherDoesNoBetterThanTheFrozenOneNothingCounts() {
        Found found = judge(12, 1, 0, 0, 0, 0);
        assertEquals(0, found.scalars.get("q " + ID + "/L2/counted"));
        assertTrue(Double.isNaN(found.scalars.get("q " + ID + "/verdict")));
        assertEquals(-1, found.scalars.get("q/ad " + ID + "/highest-level"));
    }

    @Test
    void fewLifetimesHaveNoVerdict() {
        Found found = judge(9, 5, 0, 0, 0);
        assertTrue(Double.isNaN(found.scalars.get("q " + ID + "/verdict")));
        assertEquals(9, found.scalars.get("q/ad " + ID + "/lifetimes"), "the reason is told");
        assertEquals(9, found.scalars.get("q/ad " + ID + "/lifetimes/counted-above"));
    }

    @Test
    void whereNoLevelFromThePredictedOneOnCountsThatIsTheReason() {
        Found found = judge(12, 5, 5, 5);
        assertTrue(Double.isNaN(found.scalars.get("q/ad " + ID + "/verdict")));
        assertEquals(1, found.scalars.get("q/ad " + ID + "/not-counted/no-level-counts-on-which-failure-is-predicted"));
        assertEquals(1, found.scalars.get("q " + ID + "/not-counted/no-frozen-neural-student-counts"));
    }

    @Test
    void aStudentThatLearnedIsNotJudgedAsFrozen() {
        Found found = Found.by(new SwitchVerdict.Factory().create(new SwitchVerdict.Config(STUDENTS, .8, 2, .9, 10, 10, 0, 500)), List.of(new MemoryRun("q", "room", 0,
                run(12, 5, 0, 0, 5).events().stream().filter(event -> !(event instanceof Event.Frozen)).toList())));
        assertTrue(Double.isNaN(found.scalars.get("q/ad " + ID + "/L2/verdict")), "it would refute the essay");
        assertEquals(1, found.scalars.get("q/ad " + ID + "/not-counted/listed-as-frozen-but-was-not"));
        assertEquals(1, found.scalars.get("q " + ID + "/not-counted/students-are-not-as-listed"));
    }

    /** T1 is step 20. Episodes end at every tenth step: the teacher's at 10 and 20, and after the change those of its copy. */
    @Test
    void curvesGoOverTheWholeLifetimeWithTheChangeAtT1() {
        Found found = judge(12, 5, 5, 2);
        assertEquals(20, found.scalars.get("q " + ID + "/frozen-at"));
        assertArrayEquals(new double[] {10, 20, 30, 40}, found.series.get("q " + ID + "/L1/return")[0], 1e-9);
        assertArrayEquals(new double[] {0, 2, 3, 3}, found.series.get("q " + ID + "/L1/return")[1], 1e-9);
        assertArrayEquals(new double[] {30, 40}, found.series.get("q/learner/fresh " + ID + "/L1/return")[0], 1e-9);
        assertArrayEquals(new double[] {4, 6}, found.series.get("q/learner/fresh " + ID + "/L1/return")[1], 1e-9);
        assertArrayEquals(new double[] {1, 1}, found.series.get("q/learner/frozen " + ID + "/L1/return")[1], 1e-9);
        assertArrayEquals(new double[] {2, 2}, found.series.get("q/ad " + ID + "/L1/return")[1], 1e-9);
        assertTrue(found.series.get("q/learner/fresh " + ID + "/L1/return/low")[1][0] < 4 && found.series.get("q/learner/fresh " + ID + "/L1/return/high")[1][0] > 4);
    }
}
