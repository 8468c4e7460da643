package org.thaw.environments.streams.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.thaw.api.environment.TaskStream;
import org.thaw.tck.host.HostContext;

class HyperplaneTest {
    @Test
    void weightsMoveInStraightLinesBetweenTheExamplesWhereTheyMayTurnBack() {
        Hyperplane plane = new Hyperplane(new double[][] {{0.5, 0.2}, {0.3, 0.2}}, new double[][] {{0, 0.1, 0.2, 0.1}}, 1000);
        assertEquals(0.5, plane.weight(0, 0, 0));
        assertEquals(0.525, plane.weight(0, 0, 250), 1e-12);
        assertEquals(0.7, plane.weight(0, 0, 2000), 1e-12);
        assertEquals(0.65, plane.weight(0, 0, 2500), 1e-12);
        assertEquals(0.35, plane.weight(1, 0, 500), 1e-12);
        assertEquals(0.2, plane.weight(0, 1, 2500));
    }

    @Test
    void theClassTellsTheSideOfThePlaneThatHalvesTheCube() {
        Hyperplane plane = new Hyperplane(new double[][] {{1, 3}}, new double[0][], 1);
        float[] x = new float[2];
        Draws draws = new Draws(5);
        int ones = 0;
        for (int i = 0; i < 4000; i++) {
            int label = plane.draw(0, i, draws.at(i), x, 0);
            assertEquals(x[0] + 3.0 * x[1] >= 2 ? 1 : 0, label);
            ones += label;
        }
        assertEquals(2000, ones, 130);
    }

    @Test
    void aStreamCanTurnAndJumpAtOnce() {
        TaskStream stream = new RotatingHyperplane().create(config(2, 1000), new HostContext(1));
        assertEquals(2, stream.tasks());
        assertEquals(500, stream.train(1).size());
        Reading read = Reading.all(stream.signature(), stream.train(1));
        Reading again = Reading.of(stream.signature(), stream.train(1), 499);
        assertEquals(read.x(499, 3), again.x(0, 3));
        assertEquals(read.label(499), again.label(0));
        assertNotEquals(read.x(0, 0), Reading.of(stream.signature(), stream.train(0), 0).x(0, 0));
    }

    @Test
    void moreTurningWeightsThanInputsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> config(5, 0));
    }

    private static RotatingHyperplane.Config config(int turning, int period) {
        return new RotatingHyperplane.Config(1500, 10, 4, turning, 0.1, 200, 0.1, period, 0, 0, 0.05);
    }
}
