package org.thaw.shell.internal.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thaw.shell.internal.Lab.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.shell.internal.Lab;

class BlockTest {
    private final AtomicLong clock = new AtomicLong();
    private final Block block = new Block(new Scores(new Lab()), new Estimates(clock::get), false);

    private List<String> lines(List<RunStatus> runs, int width, int height) {
        return block.render(runs, width, height).stream().map(AttributedString::toString).map(String::stripTrailing).toList();
    }

    @Test
    void eachRunHasABarAndAllHaveOne() {
        List<RunStatus> start = List.of(run("ewc-digits-0", State.RUNNING, 0, "learn 1", Double.NaN, ""), run("joint-digits-0", State.PENDING, 0, "", Double.NaN, ""));
        lines(start, 100, 20);
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        List<RunStatus> later = List.of(run("ewc-digits-0", State.RUNNING, 0.5, "learn 3", 0.9312, ""), run("joint-digits-0", State.PENDING, 0, "", Double.NaN, ""));
        assertEquals(List.of(
                "ewc-digits-0  ━━━━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌  50%  learn 3      accuracy 0.931  10 s left",
                "all           ━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌  25%  0 of 2 runs                  30 s left"), lines(later, 100, 20));
    }

    @Test
    void aRunOfUnknownLengthHasNoBar() {
        assertEquals(List.of("a                                       learn 1"), lines(List.of(run("a", State.RUNNING, -1, "learn 1", Double.NaN, "")), 80, 20));
    }

    @Test
    void linesFitANarrowTerminal() {
        List<RunStatus> runs = List.of(run("a-learner-with-a-very-long-name-indeed-on-digits-0", State.RUNNING, 0.5, "a phase with a long name", 0.5, ""),
                run("b", State.FAILED, 0.5, "", Double.NaN, "x"));
        lines(runs, 60, 20).forEach(line -> assertTrue(line.length() < 60, line));
    }

    @Test
    void theBlockFitsALowTerminal() {
        List<RunStatus> runs = IntStream.range(0, 20).mapToObj(i -> run("r" + i, State.RUNNING, 0.5, "learn", Double.NaN, "")).toList();
        List<String> lines = lines(runs, 80, 8);
        assertEquals(7, lines.size());
        assertTrue(lines.get(5).startsWith("and 15 more runs"), lines.get(5));
    }
}
