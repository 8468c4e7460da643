package org.thaw.metrics.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thaw.metrics.imitation.internal.Listed.Kind;
import org.thaw.tck.host.Found;
import org.thaw.tck.host.MemoryRun;

/** The teacher goes from 5 to 9 over random play at 0; a student that ends at s has G = (9 − s) / 4. */
class LongTermGapVerdictTest {
    private static final String ID = "long-term-gap-verdict";
    private static final double[] TEACHER = {5, 9};
    private static final double[] STAYS = {5, 5};
    private static final double[] HALFWAY = {5, 7};
    private static final double[] GOES_ON = {5, 9};
    private static final List<Listed> STUDENTS = List.of(new Listed("ad", Kind.NEURAL_FROZEN), new Listed("pad", Kind.SCRATCHPAD), new Listed("program", Kind.PROGRAM),
            new Listed("thawed", Kind.UNFROZEN), new Listed("shuffled", Kind.CONTROL));

    private static Found judge(int lifetimes, double[] teacher, Map<String, double[]> students, int family) {
        LongTermGapVerdict.Config config = config(listed(students), family);
        return Found.by(new LongTermGapVerdict.Factory().create(config), List.of(new MemoryRun("q", "room", 0, Chronicle.takeover(lifetimes, teacher, students).events())));
    }

    private static LongTermGapVerdict.Config config(List<Listed> students, int family) {
        return new LongTermGapVerdict.Config(students, 10, List.of(), .5, .2, .9, .2, 10, family, 500);
    }

    private static List<Listed> listed(Map<String, double[]> students) {
        return STUDENTS.stream().filter(each -> students.containsKey(each.role())).toList();
    }

    private static Found judge(List<Listed> listed, Chronicle run) {
        return Found.by(new LongTermGapVerdict.Factory().create(config(listed, 0)), List.of(new MemoryRun("q", "room", 0, run.events())));
    }

    private static Found judge(double[] ad, double[] program, double[] thawed) {
        return judge(12, TEACHER, Map.of("ad", ad, "program", program, "thawed", thawed), 0);
    }

    @Test
    void aFrozenStudentThatStaysSupportsTheEssayWhereControlsGoOn() {
        Found found = judge(STAYS, GOES_ON, GOES_ON);
        assertEquals(1, found.scalars.get("q " + ID + "/verdict"));
        assertEquals(1, found.scalars.get("q/ad " + ID + "/verdict"));
        assertEquals(1, found.scalars.get("q/program " + ID + "/verdict"), "as a positive control should");
        assertEquals(1, found.scalars.get("q/ad " + ID + "/gap"), 1e-9);
        assertTrue(found.scalars.get("q/ad " + ID + "/gap/low") > .9 && found.scalars.get("q/ad " + ID + "/gap/high") < 1.1);
        assertEquals(0, found.scalars.get("q/program " + ID + "/gap"), 1e-9);
        assertEquals(4 / 9.0, found.scalars.get("q " + ID + "/headroom"), 1e-9);
        assertEquals(12, found.scalars.get("q " + ID + "/lifetimes"));
        assertEquals(20, found.scalars.get("q " + ID + "/frozen-at"));
        assertEquals(.5, found.scalars.get("q " + ID + "/gap/supported-above"));
        assertEquals(.5, found.scalars.get("q/program " + ID + "/gap/supported-below"));
        // no resample of 500 speaks against it: 2 · 1/501, and the least of three tests is tripled
        assertEquals(2 / 501.0, found.scalars.get("q/ad " + ID + "/gap/p"), 1e-12);
        assertEquals(6 / 501.0, found.scalars.get("q/ad " + ID + "/gap/p-holm"), 1e-12);
    }

    @Test
    void aFrozenStudentThatGoesOnRefutesTheEssay() {
        Found found = judge(GOES_ON, GOES_ON, GOES_ON);
        assertEquals(-1, found.scalars.get("q " + ID + "/verdict"));
        assertEquals(-1, found.scalars.get("q/ad " + ID + "/verdict"));
    }

    @Test
    void halfwayIsUndetermined() {
        Found found = judge(HALFWAY, GOES_ON, GOES_ON);
        assertEquals(0, found.scalars.get("q " + ID + "/verdict"));
        assertEquals(0, found.scalars.get("q/ad " + ID + "/verdict"));
        assertEquals(.5, found.scalars.get("q/ad " + ID + "/gap"), 1e-9);
    }

    @Test
    void withoutControlsThatKeepUpNothingIsSupported() {
        assertEquals(0, judge(STAYS, STAYS, GOES_ON).scalars.get("q " + ID + "/verdict"), "the program class does not");
        assertEquals(0, judge(STAYS, GOES_ON, STAYS).scalars.get("q " + ID + "/verdict"), "the unfrozen does not");
        assertEquals(0, judge(12, TEACHER, Map.of("ad", STAYS, "program", GOES_ON), 0).scalars.get("q " + ID + "/verdict"), "there is none");
    }

    @Test
    void aStudentThatDidNotPlayLikeItsTeacherDoesNotCount() {
        Found found = judge(new double[] {4, 4}, GOES_ON, GOES_ON);
        assertEquals(.8, found.scalars.get("q/ad " + ID + "/ratio"), 1e-9);
        assertEquals(0, found.scalars.get("q/ad " + ID + "/counted"));
        assertTrue(Double.isNaN(found.scalars.get("q/ad " + ID + "/verdict")));
        assertTrue(Double.isNaN(found.scalars.get("q " + ID + "/verdict")));
    }

    /** From 8 to 9 with a best of 9: a further gain of 1/9. */
    @Test
    void aTeacherThatHadNowhereToGoTellsNothing() {
        Found found = judge(12, new double[] {8, 9}, Map.of("ad", new double[] {8, 8}, "program", new double[] {8, 9}, "thawed", new double[] {8, 9}), 0);
        assertEquals(1 / 9.0, found.scalars.get("q " + ID + "/headroom"), 1e-9);
        assertEquals(0, found.scalars.get("q/ad " + ID + "/counted"));
        assertTrue(Double.isNaN(found.scalars.get("q " + ID + "/verdict")));
    }

    @Test
    void fewLifetimesHaveNoVerdict() {
        Found found = judge(9, TEACHER, Map.of("ad", STAYS, "program", GOES_ON, "thawed", GOES_ON), 0);
        assertTrue(Double.isNaN(found.scalars.get("q " + ID + "/verdict")));
        assertEquals(1, found.scalars.get("q/ad " + ID + "/gap"), 1e-9);
    }

    /** In one lifetime more the student survives: no episode of its ends in the last ten steps. 12 of 13 are left. */
    @Test
    void aStudentOfWhomManyLifetimesAreLeftOutDoesNotCount() {
        Map<String, double[]> students = Map.of("ad", STAYS, "program", GOES_ON, "thawed", GOES_ON);
        Chronicle run = Chronicle.takeover(12, TEACHER, students).renew("learner", 50, true).live("learner", 1, 0, 0).fork("learner", "learner/frozen@50").live("learner", 1, TEACHER)
                .renew("ad", 50, false).pass("ad", 20).live("ad", 1, 5).earn("ad", 1, 10, 0).renew("random", 50, false).live("random", 1, 0);
        LongTermGapVerdict.Config config = config(listed(students), 0);
        Found found = Found.by(new LongTermGapVerdict.Factory().create(config), List.of(new MemoryRun("q", "room", 0, run.events())));
        assertEquals(12, found.scalars.get("q/ad " + ID + "/lifetimes"));
        assertEquals(1, found.scalars.get("q/ad " + ID + "/lifetimes-dropped"));
        assertEquals(12 / 13.0, found.scalars.get("q/ad " + ID + "/lifetimes-kept"), 1e-12);
        assertEquals(.95, found.scalars.get("q/ad " + ID + "/lifetimes-kept/counted-above"));
        assertTrue(Double.isNaN(found.scalars.get("q/ad " + ID + "/verdict")));
        assertTrue(Double.isNaN(found.scalars.get("q " + ID + "/verdict")));
        assertEquals(0, found.scalars.get("q " + ID + "/lifetimes-dropped"), "the teacher's are all there");
        assertEquals(1, found.scalars.get("q/program " + ID + "/verdict"));
    }

    /** Histories are as long as T1; what the held-out life costs is told at its end only. */
    @Test
    void howComplexTheTeacherIsByTheFreezingIsWhatItsHistoriesCost() {
        Map<String, double[]> students = Map.of("ad", STAYS);
        Chronicle run = Chronicle.takeover(12, TEACHER, students).spend("learner", 0, 20).spend("learner", 0, 30).spend("learner", 1, 400).spend("ad", 0, 7000);
        LongTermGapVerdict.Config config = config(listed(students), 0);
        Found found = Found.by(new LongTermGapVerdict.Factory().create(config), List.of(new MemoryRun("q", "room", 0, run.events())));
        assertEquals(25, found.scalars.get("q " + ID + "/complexity/updates"));
        assertEquals(120, found.scalars.get("q " + ID + "/complexity/state-bytes"));
    }

    /** 2/501 is clear of 0.05 for one test but not among twenty. */
    @Test
    void aLargeFamilyOfTestsMakesVerdictsHarder() {
        Found found = judge(12, TEACHER, Map.of("ad", STAYS, "program", GOES_ON, "thawed", GOES_ON), 20);
        assertEquals(0, found.scalars.get("q/ad " + ID + "/verdict"));
        assertEquals(0, found.scalars.get("q " + ID + "/verdict"));
    }

    @Test
    void aScratchpadHasAVerdictOfItsOwnAndControlsHaveNone() {
        Found found = judge(12, TEACHER, Map.of("ad", STAYS, "pad", GOES_ON, "shuffled", GOES_ON, "program", GOES_ON, "thawed", GOES_ON), 0);
        assertEquals(1, found.scalars.get("q " + ID + "/verdict"));
        assertEquals(-1, found.scalars.get("q/pad " + ID + "/verdict"));
        assertTrue(!found.scalars.containsKey("q/shuffled " + ID + "/verdict"));
        assertEquals(0, found.scalars.get("q/shuffled " + ID + "/gap"), 1e-9);
    }

    @Test
    void eachTeacherHasItsVerdictAndTheFamilyHoldsAll() {
        Map<String, double[]> students = Map.of("ad", STAYS, "program", GOES_ON, "thawed", GOES_ON);
        LongTermGapVerdict.Config config = config(listed(students), 0);
        Found found = Found.by(new LongTermGapVerdict.Factory().create(config), List.of(
                new MemoryRun("q", "room", 0, Chronicle.takeover(12, TEACHER, students).events()),
                new MemoryRun("ucb", "room", 0, Chronicle.takeover(12, TEACHER, Map.of("ad", GOES_ON, "program", GOES_ON, "thawed", GOES_ON)).events()),
                new MemoryRun("q", "room", 1, Chronicle.takeover(12, TEACHER, students).events())));

        assertEquals(1, found.scalars.get("q " + ID + "/verdict"));
        assertEquals(-1, found.scalars.get("ucb " + ID + "/verdict"));
        assertEquals(24, found.scalars.get("q " + ID + "/lifetimes"));
        assertEquals(12 / 501.0, found.scalars.get("q/ad " + ID + "/gap/p-holm"), 1e-12);
        assertTrue(found.series.containsKey("q " + ID + "/return/low") && found.series.containsKey("ucb/ad " + ID + "/return/high"));
    }

    /** The list says "da" where "ad" lived: two tests are made, and the third that was announced is taken for one that says nothing. */
    @Test
    void aMisspeltRoleDoesNotLeaveTheArgumentWithoutAWord() {
        List<Listed> listed = List.of(new Listed("da", Kind.NEURAL_FROZEN), new Listed("program", Kind.PROGRAM), new Listed("thawed", Kind.UNFROZEN));
        Found found = judge(listed, Chronicle.takeover(12, TEACHER, Map.of("ad", STAYS, "program", GOES_ON, "thawed", GOES_ON)));
        assertTrue(Double.isNaN(found.scalars.get("q " + ID + "/verdict")));
        assertEquals(1, found.scalars.get("q " + ID + "/not-counted/students-are-not-as-listed"));
        assertTrue(Double.isNaN(found.scalars.get("q/da " + ID + "/verdict")));
        assertEquals(0, found.scalars.get("q/da " + ID + "/counted"));
        assertEquals(1, found.scalars.get("q/da " + ID + "/not-counted/listed-but-nobody-of-that-name-lived"));
        assertEquals(6 / 501.0, found.scalars.get("q/program " + ID + "/gap/p-holm"), 1e-12);
    }

    @Test
    void aStudentThatLearnedIsNotJudgedAsFrozen() {
        List<Listed> listed = List.of(new Listed("thawed", Kind.NEURAL_FROZEN), new Listed("program", Kind.PROGRAM));
        Found found = judge(listed, Chronicle.takeover(12, TEACHER, Map.of("program", GOES_ON, "thawed", GOES_ON)));
        assertTrue(Double.isNaN(found.scalars.get("q/thawed " + ID + "/verdict")), "it would refute the essay");
        assertEquals(1, found.scalars.get("q/thawed " + ID + "/not-counted/listed-as-frozen-but-was-not"));
        assertTrue(Double.isNaN(found.scalars.get("q " + ID + "/verdict")));
        assertEquals(1, found.scalars.get("q/program " + ID + "/verdict"), "which is as listed");
    }

    @Test
    void aStudentThatWasFrozenIsNoUnfrozenControl() {
        List<Listed> listed = List.of(new Listed("ad", Kind.NEURAL_FROZEN), new Listed("program", Kind.PROGRAM), new Listed("other", Kind.UNFROZEN));
        Found found = judge(listed, Chronicle.takeover(12, TEACHER, Map.of("ad", STAYS, "program", GOES_ON, "other", GOES_ON)));
        assertEquals(1, found.scalars.get("q/other " + ID + "/not-counted/listed-as-unfrozen-but-was-frozen"));
        assertTrue(Double.isNaN(found.scalars.get("q " + ID + "/verdict")));
    }

    @Test
    void aRoleIsListedOnce() {
        List<Listed> listed = List.of(new Listed("ad", Kind.NEURAL_FROZEN), new Listed("ad", Kind.CONTROL));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> config(listed, 0)).getMessage().contains("\"ad\" is listed twice"));
    }

    /** It plays like its teacher and stays (G = 1), or it does not even play like it (R = 0.8), or it goes on. */
    @Test
    void aNegativeControlIsExpectedToFail() {
        Map<String, double[]> students = Map.of("ad", STAYS, "shuffled", STAYS);
        assertEquals(1, judge(12, TEACHER, students, 0).scalars.get("q/shuffled " + ID + "/failed-as-expected"));
        assertEquals(1, judge(12, TEACHER, Map.of("ad", STAYS, "shuffled", new double[] {4, 9}), 0).scalars.get("q/shuffled " + ID + "/failed-as-expected"));
        assertEquals(0, judge(12, TEACHER, Map.of("ad", STAYS, "shuffled", GOES_ON), 0).scalars.get("q/shuffled " + ID + "/failed-as-expected"));
        assertTrue(Double.isNaN(judge(9, TEACHER, students, 0).scalars.get("q/shuffled " + ID + "/failed-as-expected")), "with few lifetimes");
        Found unlisted = judge(List.of(new Listed("ad", Kind.NEURAL_FROZEN)), Chronicle.takeover(12, TEACHER, students));
        assertTrue(!unlisted.scalars.containsKey("q/shuffled " + ID + "/failed-as-expected"));
    }
}
