package org.thaw.toolkit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;

class QTableTest {
    private static final Signature SIGNATURE = new Signature(new Space.Categorical(2), new Space.Categorical(2));

    @Test
    void theBestIsThatOfTheLegalActions() {
        QTable table = new QTable("a test", SIGNATURE, 1);
        table.add(table.entry(1, 0), 4);
        StepBuffer step = new StepBuffer(SIGNATURE);
        step.observation().ints()[0] = 1;
        step.transition(0);
        assertEquals(5, table.best(step));
        step.legal()[0] = false;
        assertEquals(1, table.best(step));
        step.legal()[1] = false;
        assertEquals(0, table.best(step));
    }

    @Test
    void nothingFollowsATerminationButATruncationDoes() {
        QTable table = new QTable("a test", SIGNATURE, 1);
        StepBuffer step = new StepBuffer(SIGNATURE);
        step.termination(0);
        assertEquals(0, table.best(step));
        step.truncation(0);
        assertEquals(1, table.best(step));
    }
}
