package org.thaw.shell.internal.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thaw.shell.internal.Lab.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.runtime.run.Checkpoints;
import org.thaw.runtime.run.Limits;
import org.thaw.runtime.run.RunSettings;
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
                x: 1 run, 1 at a time, in this process, into %s
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
        assertEquals(new RunSettings(folder.resolve("out"), Path.of("/sets"), true, 3, true), lab.settings.get(0));
        assertEquals(0, thaw.say("run", "x.json", "--in-process", "--call-limit=90s", "--phase-limit", "PT2H", "--memory=512m", "--checkpoint-every", "2s"));
        RunSettings limited = lab.settings.get(1);
        assertEquals("in-process", limited.launcher());
        assertEquals(new Limits(Duration.ofSeconds(90), Duration.ofHours(2), 512), limited.limits());
        assertEquals(new Checkpoints(Duration.ofSeconds(2), Duration.ofSeconds(2)), limited.checkpoints());
        assertEquals(0, thaw.say("run", "x.json", "--children", "--checkpoint-every", "10m"));
        assertEquals("child", lab.settings.get(2).launcher());
        assertEquals(new Checkpoints(Duration.ofMinutes(10), Duration.ofSeconds(5)), lab.settings.get(2).checkpoints());
    }

    @Test
    void aFailedRunIsNamedAndGivesOne() {
        lab.runs = List.of(run("a", State.DONE, 1, "", 0.9, ""), run("b", State.FAILED, 0.5, "learn 2", Double.NaN, "learner ewc@0.1.0: returned\nNaN"));
        assertEquals(1, thaw.say("run", "x.json"));
        assertEquals("thaw: b failed: learner ewc@0.1.0: returned NaN; see runs/x/b/log\n", thaw.err().replace(folder + "/", ""));
        assertTrue(thaw.out().contains("x: 1 of 2 runs done, 1 failed. It took "), thaw.out());
    }

    @Test
    void whatWentWrongInManyRunsIsSaidOnce() {
        String missing = "environment mnist@0.1.0: data set mnist: put the file there.";
        lab.runs = List.of(run("a", State.FAILED, 0, "", Double.NaN, missing), run("b", State.FAILED, 0, "", Double.NaN, "it threw"),
                run("c", State.FAILED, 0, "", Double.NaN, missing), run("d", State.FAILED, 0, "", Double.NaN, missing), run("e", State.FAILED, 0, "", Double.NaN, missing));
        assertEquals(1, thaw.say("run", "x.json"));
        assertEquals("thaw: a, c, d and 1 more failed: environment mnist@0.1.0: data set mnist: put the file there; see runs/x/a/log\nthaw: b failed: it threw; see runs/x/b/log\n", thaw.err().replace(folder + "/", ""));
        assertEquals(2, thaw.out().split(missing, -1).length, "and once while they run: " + thaw.out());
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
    void limitsThatMakeNoSenseAreRefusedWithWhatWouldBeRight() {
        assertEquals(2, thaw.say("run", "x.json", "--call-limit", "soon"));
        assertEquals("thaw: invalid value for option '--call-limit': expected a time such as 30s, 10m, 2h, 1d or PT30S, got \"soon\"\nTry 'thaw run --help'.\n",
                thaw.err());
        assertEquals(2, thaw.say("run", "x.json", "--phase-limit", "0s"));
        assertTrue(thaw.err().contains("expected more than no time, got \"0s\""), thaw.err());
        assertEquals(2, thaw.say("run", "x.json", "--memory", "2"));
        assertTrue(thaw.err().contains("expected an amount such as 512m or 2g, got \"2\""), thaw.err());
        assertEquals(2, thaw.say("run", "x.json", "--in-process", "--children"));
        assertEquals("thaw: --children and --in-process: expected at most one of them\n", thaw.err());
        assertEquals(0, thaw.say("run", "--help"));
        String help = thaw.out().replaceAll("\\s+", " ");
        for (String limit : List.of("(default: 1h)", "(default: 30d)", "(default: 2g)", "(default: 30s)", "plugins that you trust")) {
            assertTrue(help.contains(limit), limit + " in " + thaw.out());
        }
    }

    @Test
    void severalRunsAreSaidToHaveProcessesOfTheirOwn() {
        lab.runs = List.of(run("a", State.DONE, 1, "", 0.9, ""), run("b", State.DONE, 1, "", 0.9, ""));
        assertEquals(0, thaw.say("run", "x.json", "--parallel=2"));
        assertTrue(thaw.out().startsWith("x: 2 runs, 2 at a time, each in a process of its own, into "), thaw.out());
        assertEquals(0, thaw.say("run", "x.json", "--parallel=2", "--in-process"));
        assertTrue(thaw.out().startsWith("x: 2 runs, 2 at a time, in this process, into "), thaw.out());
    }

    @Test
    void aHostThatIsToldToEndSaysThatCheckpointsAreWrittenAndHowToGoOn() {
        lab.runs = List.of(run("a", State.RUNNING, 0.5, "learn", Double.NaN, ""), run("b", State.PENDING, 0, "", Double.NaN, ""));
        lab.onStart = lab.stopper;
        assertEquals(1, thaw.say("run", "x.json"));
        assertEquals("thaw: writing checkpoints …; a second Ctrl-C ends at once, and leaves the checkpoints that are there\n", thaw.err());
        assertTrue(thaw.out().contains("x: 0 of 2 runs done, 2 stopped. It took "), thaw.out());
        assertTrue(thaw.out().contains("To go on: bin/thaw resume "), thaw.out());
    }

    @Test
    void anInterruptedCommandLineStopsItsRunsAndSaysSo() {
        lab.runs = List.of(run("a", State.RUNNING, 0.5, "learn", Double.NaN, ""));
        lab.interrupted = true;
        assertEquals(1, thaw.say("run", "x.json"));
        assertEquals(List.of("*"), ((Lab.Paper) lab.experiments.get(0)).stopped);
        assertTrue(thaw.out().contains("x: 0 of 1 run done, 1 stopped. It took "), thaw.out());
        assertTrue(thaw.out().endsWith("To go on: bin/thaw resume " + lab.experiments.get(0).folder() + "\n"), thaw.out());
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
        assertEquals("thaw: nothing called \"aa\" is under way; did you mean \"a\"?\n", thaw.err());
    }

    @Test
    void runsAreListedByExperimentAndOneByOne() throws Exception {
        lab.experiments.add(new Lab.Paper("x", List.of(run("a", State.RUNNING, 0.5, "learn 2", 0.5, ""), run("b", State.PENDING, 0, "", Double.NaN, ""))));
        Files.createDirectories(folder.resolve("runs/old"));
        Files.writeString(folder.resolve("runs/old/experiment.json"), "{}");
        assertEquals(0, thaw.say("runs"));
        assertTrue(thaw.out().replaceAll(" +", " ").contains("x 2 1 25% 1 "), thaw.out());
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

    @Test
    void metricsOfAReportCanHaveHyperparameters() throws Exception {
        Files.createDirectories(folder.resolve("runs/old/a"));
        Files.writeString(folder.resolve("runs/old/experiment.json"), "{}");
        Files.writeString(folder.resolve("runs/old/a/run.json"), "{}");
        assertEquals(0, thaw.say("report", "old", "--metrics", "cost,{\"plugin\": \"cora\", \"low\": [0, 1], \"window\": 5},reliable"));
        assertEquals(List.of("cost", "{\"plugin\": \"cora\", \"low\": [0, 1], \"window\": 5}", "reliable"), lab.asked);
    }
}
