package org.thaw.shell.internal.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.thaw.shell.internal.Lab.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.shell.internal.Lab;

class LinesTest {
    private final AtomicLong clock = new AtomicLong();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Lines lines = new Lines(new PrintStream(out, true, StandardCharsets.UTF_8), new Scores(new Lab()), clock::get);

    private void show(int seconds, RunStatus... runs) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
        lines.show(List.of(runs));
    }

    @Test
    void aPauseAndItsEndAreTold() {
        show(0, run("a", State.RUNNING, 0, "learn 1", Double.NaN, ""));
        show(1, run("a", State.PAUSED, 0.2, "learn 2", Double.NaN, ""));
        show(1, run("a", State.RUNNING, 0.2, "learn 2", Double.NaN, ""));
        assertEquals("a: started\na: paused\na: goes on\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aReasonThatManyRunsHaveInCommonIsToldOnce() {
        RunStatus first = run("a", State.FAILED, 0, "", Double.NaN, "no data");
        show(0, first, run("b", State.PENDING, 0, "", Double.NaN, ""));
        show(1, first, run("b", State.FAILED, 0, "", Double.NaN, "no data"));
        assertEquals("a: failed: no data (1 of 2 runs)\nb: failed like a (2 of 2 runs)\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aLineForEachBeginningAndEndAndNowAndThenForAPhase() {
        RunStatus waiting = run("b", State.PENDING, 0, "", Double.NaN, "");
        RunStatus before = run("c", State.REUSED, 1, "", Double.NaN, "");
        show(0, run("a", State.RUNNING, 0, "learn 1", Double.NaN, ""), waiting, before);
        show(1, run("a", State.RUNNING, 0.2, "learn 2", 0.99, ""), waiting, before);
        show(5, run("a", State.RUNNING, 0.4, "learn 3", 0.95, ""), waiting, before);
        show(1, run("a", State.RUNNING, 0.5, "learn 4", 0.95, ""), waiting, before);
        show(3, run("a", State.DONE, 1, "learn 5", 0.93, ""), run("b", State.RUNNING, 0, "learn 1", Double.NaN, ""), before);
        show(1, run("a", State.DONE, 1, "learn 5", 0.93, ""), run("b", State.FAILED, 0.1, "learn 1", Double.NaN, "it threw"), before);
        assertEquals("""
                a: started
                a: learn 3, 40%, accuracy 0.950
                a: done (2 of 3 runs, about 10 s left), accuracy 0.930
                b: started
                b: failed: it threw (3 of 3 runs)
                """, out.toString(StandardCharsets.UTF_8));
    }
}
