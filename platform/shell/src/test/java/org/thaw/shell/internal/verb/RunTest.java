package org.thaw.shell.internal.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thaw.shell.internal.Lab.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.shell.internal.Lab;
import org.thaw.shell.internal.Spoken;

class RunTest {
    private final Lab lab = new Lab();
    private Spoken thaw;
    @TempDir
    private Path folder;

    @BeforeEach
    void speak() {
        thaw = new Spoken(lab, folder, 100);
    }

    @Test
    void aRunEndsWithTheReportAndZero() {
        lab.runs = List.of(run("a", State.DONE, 1, "", 0.931, ""));
        assertEquals(0, thaw.say("run", "x.json", "seeds=3", "learners.ewc.hidden=[4,4]", "--parallel", "3"));
        String page = lab.experiments.get(0).folder().resolve("report.html").toString();
        assertEquals(("""
                x: 1 run, 1 at a time, into %s
                a: done (1 of 1 run), accuracy 0.931
                The table.

                report  %s
                        %s
                x: 1 of 1 run done. It took""").formatted(lab.experiments.get(0).folder(), page, page.replace("report.html", "results.csv")),
                thaw.out().replaceFirst(" [0-9.]+ s\\.\n$", ""));
        assertEquals(folder.resolve("x.json"), lab.file);
        assertEquals(List.of("seeds=3", "learners.ewc.hidden=[4,4]"), lab.overrides);
    }

    @Test
    void whereAndHowToRunIsHandedOn() {
        assertEquals(0, thaw.say("run", "x.json", "--runs", "out", "--data=/sets", "--offline", "--parallel=3", "--again"));
        assertEquals("RunSettings[runs=" + folder.resolve("out") + ", data=/sets, offline=true, parallel=3, again=true]", lab.settings.get(0).toString());
    }

    @Test
    void aFailedRunIsNamedAndGivesOne() {
        lab.runs = List.of(run("a", State.DONE, 1, "", 0.9, ""), run("b", State.FAILED, 0.5, "learn 2", Double.NaN, "learner ewc@0.1.0: returned\nNaN"));
        assertEquals(1, thaw.say("run", "x.json"));
        assertEquals("thaw: b failed: learner ewc@0.1.0: returned NaN; see runs/x/b/log\n", thaw.err().replace(folder + "/", ""));
        assertTrue(thaw.out().contains("x: 1 of 2 runs done, 1 failed. It took "), thaw.out());
    }

    @Test
    void whatWasDoneBeforeIsSaidToBeSo() {
        lab.runs = List.of(run("a", State.REUSED, 1, "", Double.NaN, ""), run("b", State.REUSED, 1, "", Double.NaN, ""));
        assertEquals(0, thaw.say("run", "x.json"));
        assertTrue(thaw.out().startsWith("The table."), thaw.out());
        assertTrue(thaw.out().endsWith("x: all 2 runs were done before, in this very configuration; --again repeats them.\n"), thaw.out());
    }

    @Test
    void badInputIsSaidAsItIsAndGivesTwo() {
        assertEquals(2, thaw.say("run", "bad.json"));
        assertEquals("thaw: bad.json: seeds: expected a whole number from 1, got -1\n", thaw.err());
        assertEquals(2, thaw.say("run", "x.json", "--parallel", "0"));
        assertEquals("thaw: --parallel 0: expected a whole number from 1\n", thaw.err());
        assertEquals(2, thaw.say("run", "x.json", "--parallel", "two"));
        assertEquals("thaw: invalid value for option '--parallel': 'two' is not an int\nTry 'thaw run --help'.\n", thaw.err());
    }

    @Test
    void anInterruptedCommandLineStopsItsRunsAndSaysSo() {
        lab.runs = List.of(run("a", State.RUNNING, 0.5, "learn", Double.NaN, ""));
        lab.interrupted = true;
        assertEquals(1, thaw.say("run", "x.json"));
        assertEquals(List.of("*"), ((Lab.Paper) lab.experiments.get(0)).stopped);
        assertTrue(thaw.out().contains("x: 0 of 1 run done, 1 stopped; the same command goes on with those. It took "), thaw.out());
    }

    @Test
    void stopNamesWhatItStopped() {
        Lab.Paper running = new Lab.Paper("x", List.of(run("a", State.RUNNING, 0.5, "learn", Double.NaN, ""), run("b", State.DONE, 1, "", Double.NaN, "")));
        lab.experiments.add(running);
        assertEquals(0, thaw.say("stop", "x/a"));
        assertEquals("1 run of x told to stop.\n", thaw.out());
        assertEquals(List.of("a"), running.stopped);
        assertEquals(0, thaw.say("stop", "b"));
        assertEquals("b is over already.\n", thaw.out());
        assertEquals(2, thaw.say("stop", "aa"));
        assertEquals("thaw: nothing called \"aa\" is running here; did you mean \"a\"?\n", thaw.err());
    }

    @Test
    void runsAreListedByExperimentAndOneByOne() throws Exception {
        lab.experiments.add(new Lab.Paper("x", List.of(run("a", State.RUNNING, 0.5, "learn 2", 0.5, ""), run("b", State.PENDING, 0, "", Double.NaN, ""))));
        Files.createDirectories(folder.resolve("runs/old"));
        Files.writeString(folder.resolve("runs/old/experiment.json"), "{}");
        assertEquals(0, thaw.say("runs"));
        assertTrue(thaw.out().replaceAll(" +", " ").contains("x 2 1 1 "), thaw.out());
        assertTrue(thaw.out().replaceAll(" +", " ").contains("old 0 runs/old"), thaw.out());
        assertEquals(2, thaw.say("runs", "odl"));
        assertEquals("thaw: no experiment \"odl\" in runs; did you mean \"old\"?\n", thaw.err());
    }

    @Test
    void aReportNeedsRuns() throws Exception {
        Files.createDirectories(folder.resolve("runs/old/a"));
        Files.writeString(folder.resolve("runs/old/experiment.json"), "{}");
        assertEquals(2, thaw.say("report", "old"));
        assertEquals("thaw: runs/old holds no runs; a report is made of runs that have at least begun\n", thaw.err());
        Files.writeString(folder.resolve("runs/old/a/run.json"), "{}");
        assertEquals(0, thaw.say("report", "old"));
        assertEquals("The table.\n\nreport  runs/old/report.html\n        runs/old/results.csv\n", thaw.out());
    }
}
