package org.thaw.metrics.supervised.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thaw.tck.host.Found;

class ForwardTransferSingleTaskTest {
    @Test
    void isTheMeanLeadOverLearningEachTaskAloneFromTheSecondOn() {
        // seed 0: 0.8 − 0.7 and 0.9 − 0.6; seed 1: 0.5 − 0.6 and 0.7 − 0.6; seed 2 has no reference
        Found found = summed("single-task", new DiagonalRun("ewc", "mnist", 0, 1, .8, .9), new DiagonalRun("single-task", "mnist", 0, 0, .7, .6),
                new DiagonalRun("single-task", "mnist", 1, 0, .6, .6), new DiagonalRun("ewc", "mnist", 1, 1, .5, .7), new DiagonalRun("ewc", "mnist", 2, 0, 0, 0));
        assertEquals(Set.of("ewc forward-transfer/single-task"), found.scalars.keySet());
        assertEquals((.1 + .3 - .1 + .1) / 4, found.scalars.get("ewc forward-transfer/single-task"), 1e-12);
        assertArrayEquals(new double[] {2, 3}, found.series.get("ewc forward-transfer/single-task")[0]);
        assertArrayEquals(new double[] {0, .2}, found.series.get("ewc forward-transfer/single-task")[1], 1e-12);
    }

    @Test
    void anotherNameOfTheReferenceAndEachOfSeveralEnvironmentsAreInTheId() {
        Found found = summed("alone", new DiagonalRun("ewc", "mnist", 0, 1, .8), new DiagonalRun("alone", "mnist", 0, 1, .9), new DiagonalRun("ewc", "cifar", 0, 1, .6),
                new DiagonalRun("alone", "cifar", 0, 1, .4));
        assertEquals(-.1, found.scalars.get("ewc forward-transfer/single-task/against/alone/mnist"), 1e-12);
        assertEquals(.2, found.scalars.get("ewc forward-transfer/single-task/against/alone/cifar"), 1e-12);
    }

    @Test
    void isUndefinedForOneTask() {
        Found found = summed("single-task", new DiagonalRun("ewc", "mnist", 0, .9), new DiagonalRun("single-task", "mnist", 0, .8));
        assertTrue(found.scalars.get("ewc forward-transfer/single-task").isNaN());
    }

    @Test
    void withoutAReferenceNothingIsFound() {
        assertTrue(summed("single-task", new DiagonalRun("ewc", "mnist", 0, .9, .9)).scalars.isEmpty());
    }

    private static Found summed(String reference, DiagonalRun... runs) {
        return DiagonalRun.summed(new ForwardTransferSingleTask.Factory().create(new ForwardTransferSingleTask.Config(reference)), runs);
    }
}
