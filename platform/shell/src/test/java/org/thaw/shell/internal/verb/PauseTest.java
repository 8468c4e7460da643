package org.thaw.shell.internal.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thaw.shell.internal.Lab.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.shell.internal.Lab;
import org.thaw.shell.internal.Spoken;

class PauseTest {
    private final Lab lab = new Lab();
    private Spoken thaw;
    private int checkpoint;
    @TempDir
    private Path folder;

    @BeforeEach
    void speak() {
        thaw = new Spoken(lab, folder, 100);
    }

    private List<State> states(Lab.Paper paper) {
        return paper.runs().stream().map(RunStatus::state).toList();
    }

    @Test
    void runsOfThisAndOfOtherHostsWaitAndGoOn() {
        Lab.Paper here = new Lab.Paper("x", List.of(Lab.of("ewc", "a", State.RUNNING), Lab.of("ewc", "b", State.RUNNING)));
        Lab.Paper there = new Lab.Paper("y", List.of(Lab.of("ewc", "c", State.RUNNING), Lab.of("ewc", "d", State.DONE)));
        lab.experiments.add(here);
        lab.elsewhere.add(there);
        assertEquals(0, thaw.say("pause", "x/a"));
        assertEquals("1 run of x waits; resume x/a lets it go on.\n", thaw.out());
        assertEquals(List.of(State.PAUSED, State.RUNNING), states(here));
        assertEquals(0, thaw.say("pause", "y"));
        assertEquals("1 run of y waits; resume y lets it go on.\n", thaw.out());
        assertEquals(List.of(State.PAUSED, State.DONE), states(there));
        assertEquals(0, thaw.say("runs"));
        assertTrue(thaw.out().replaceAll(" +", " ").contains("y 2 1 75% 1 "), thaw.out());
        assertEquals(0, thaw.say("resume", "c"));
        assertEquals("1 run of y goes on.\n", thaw.out());
        assertEquals(List.of(State.RUNNING, State.DONE), states(there));
        assertEquals(0, thaw.say("resume", "y"));
        assertEquals("y is under way; nothing of it waits.\n", thaw.out());
        assertEquals(0, thaw.say("stop", "y"));
        assertEquals("1 run of y told to stop.\n", thaw.out());
        assertEquals(List.of("*"), there.stopped);
        assertEquals(2, thaw.say("resume", "x", "--with", "ewc@2.0.0"));
        assertEquals("thaw: --with: x is under way, with its learners in memory; expected: swap x ewc@2.0.0\n", thaw.err());
    }

    @Test
    void aNameThatCouldMeanTwoRunsIsRefusedWithTheirPaths() {
        lab.experiments.add(new Lab.Paper("x", List.of(Lab.of("ewc", "a", State.RUNNING))));
        lab.elsewhere.add(new Lab.Paper("y", List.of(Lab.of("ewc", "a", State.RUNNING))));
        assertEquals(2, thaw.say("pause", "a"));
        Path runs = Path.of("runs").toAbsolutePath();
        assertEquals("thaw: \"a\" could mean " + runs.resolve("x/a") + " or " + runs.resolve("y/a") + "; give one of these paths\n", thaw.err());
        assertEquals(0, thaw.say("pause", "y/a"));
        lab.experiments.set(0, new Lab.Paper("x", List.of(Lab.of("ewc", "a", State.DONE))));
        assertEquals(0, thaw.say("resume", "a"), "one that is over is not meant");
        assertEquals("1 run of y goes on.\n", thaw.out());
    }

    @Test
    void anExperimentThatNobodyRunsGoesOnFromItsFolderAndIsReported() throws Exception {
        unfinished("a", 12000);
        lab.runs = List.of(run("a", State.DONE, 1, "", 0.9, ""), run("b", State.REUSED, 1, "", Double.NaN, ""));
        assertEquals(0, thaw.say("resume", "old", "--with", "ewc@2.0.0", "--with=joint@1.0.0", "--parallel", "3", "--in-process"));
        assertEquals(folder.resolve("runs/old"), lab.resumed);
        assertEquals(List.of("ewc@2.0.0", "joint@1.0.0"), lab.with);
        assertEquals(3, lab.settings.get(0).parallel());
        assertTrue(thaw.out().startsWith("old: 2 runs, 1 of them done before, 1 at a time, in this process, into "), thaw.out());
        assertTrue(thaw.out().contains("\na goes on at step 12,000\na: done (2 of 2 runs), accuracy 0.900\nThe table.\n"), thaw.out());
        assertEquals(0, thaw.say("resume", folder.resolve("runs/old").toString()));
        assertEquals(folder.resolve("runs/old"), lab.resumed);
    }

    @Test
    void whatIsDoneOrNoExperimentOrSomeoneElsesIsNotGoneOnWith() throws Exception {
        unfinished("a", 1);
        lab.runs = List.of(run("a", State.REUSED, 1, "", Double.NaN, ""));
        assertEquals(0, thaw.say("resume", "old"));
        assertEquals("old: its run is done; there is nothing to go on with.\n", thaw.out());
        assertEquals(2, thaw.say("resume", "odl"));
        assertEquals("thaw: no experiment \"odl\" in runs; did you mean \"old\"?\n", thaw.err());
        assertEquals(2, thaw.say("resume", "old/a"));
        assertEquals("thaw: runs/old/a is a single run; expected: resume runs/old, which goes on with all unfinished runs\n", thaw.err());
    }

    @Test
    void anUnfinishedRunShowsItsLatestCheckpoint() throws Exception {
        unfinished("a", 900);
        Files.setLastModifiedTime(unfinished("a", 12000), FileTime.from(Instant.now().minus(Duration.ofHours(3)).minus(Duration.ofMinutes(7))));
        assertEquals(0, thaw.say("runs", "old"));
        assertTrue(thaw.out().replaceAll(" +", " ").contains("a unfinished checkpoint at step 12,000, 3 h 07 min old\n"), thaw.out());
    }

    private Path unfinished(String run, long step) throws Exception {
        Path checkpoints = Files.createDirectories(folder.resolve("runs/old").resolve(run).resolve("checkpoints"));
        Files.writeString(folder.resolve("runs/old/experiment.json"), "{}");
        Files.writeString(folder.resolve("runs/old").resolve(run).resolve("run.json"), """
                {"format":1,"experiment":"old","run":"a","configuration":"c","seed":0,"protocol":{"name":"p"},
                 "players":{"learner":{"name":"ewc","privilege":"CURRENT_DATA"}}}""");
        byte[] header = ("{\"__metadata__\":{\"crc32c\":\"00\",\"run\":\"{\\\"players\\\":[{\\\"role\\\":\\\"learner\\\",\\\"step\\\":" + step + "}]}\"},\"w\":{}}")
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + header.length + 4).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header).putFloat(1);
        return Files.write(checkpoints.resolve(String.format("%08d.safetensors", ++checkpoint)), file.array());
    }
}
