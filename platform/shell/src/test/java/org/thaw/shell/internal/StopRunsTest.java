package org.thaw.shell.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thaw.shell.internal.Lab.run;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.runtime.run.RunStatus.State;

class StopRunsTest {
    @Test
    void whatIsNotOverIsToldToStop() {
        Lab lab = new Lab();
        Lab.Paper going = new Lab.Paper("a", List.of(run("r", State.RUNNING, 0.5, "", Double.NaN, ""), run("s", State.PENDING, 0, "", Double.NaN, "")));
        Lab.Paper over = new Lab.Paper("b", List.of(run("r", State.DONE, 1, "", Double.NaN, "")));
        lab.experiments.addAll(List.of(going, over));
        StopRuns stop = new StopRuns(lab);
        stop.run();
        assertTrue(stop.stopping());
        assertEquals(List.of("*"), going.stopped);
        assertEquals(List.of(), over.stopped);
    }
}
