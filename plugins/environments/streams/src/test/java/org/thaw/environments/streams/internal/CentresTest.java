package org.thaw.environments.streams.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thaw.api.environment.TaskStream;
import org.thaw.tck.host.HostContext;

class CentresTest {
    @Test
    void aCentreMovesAlongItsLineAndBouncesOffTheWalls() {
        Centres.Centre centre = new Centres.Centre(new double[] {0.75, 0.25}, new double[] {0.1, -0.1}, 0, 1, 1);
        assertEquals(0.95, centre.at(0, 2), 1e-12);
        assertEquals(0.95, centre.at(0, 3), 1e-12);
        assertEquals(0.05, centre.at(1, 3), 1e-12);
        assertEquals(0.75, centre.at(0, 20), 1e-12);
    }

    @Test
    void examplesBelongToCentresByWeightAndScatterBySpread() {
        Centres.Centre rare = new Centres.Centre(new double[] {0, 0}, new double[2], 1, 0, 0.25);
        Centres.Centre common = new Centres.Centre(new double[] {1, 1}, new double[2], 0, 0.5, 1);
        Centres centres = new Centres(new Centres.Centre[][] {{rare, common}});
        Draws draws = new Draws(11);
        float[] x = new float[2];
        int rares = 0;
        double squares = 0;
        for (int i = 0; i < 4000; i++) {
            if (centres.draw(0, i, draws.at(i), x, 0) == 1) {
                rares++;
                assertArrayEquals(new float[] {0, 0}, x);
            } else {
                squares += (x[0] - 1) * (x[0] - 1) + (x[1] - 1) * (x[1] - 1);
            }
        }
        assertEquals(1000, rares, 110);
        // the distance is normal with standard deviation ½, whatever the number of inputs
        assertEquals(0.25, squares / (4000 - rares), 0.03);
    }

    @Test
    void aNewConceptHasNewCentresAndARecurringOneItsOld() {
        TaskStream stream = create(2);
        assertEquals(3, stream.tasks());
        float[] first = means(stream, 0);
        assertFalse(Arrays.equals(first, means(stream, 1)));
        float[] again = means(stream, 2);
        for (int i = 0; i < first.length; i++) {
            assertEquals(first[i], again[i], 0.1);
        }
    }

    @Test
    void moreClassesThanCentresAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RandomRbf.Config(10, 10, 2, 3, 2, 0, 0, 0, 0, 0));
    }

    private static float[] means(TaskStream stream, int task) {
        Reading read = Reading.all(stream.signature(), stream.train(task));
        float[] means = new float[2];
        for (int i = 0; i < 2000; i++) {
            means[0] += read.x(i, 0) / 2000;
            means[1] += read.x(i, 1) / 2000;
        }
        return means;
    }

    private static TaskStream create(int concepts) {
        return new RandomRbf().create(new RandomRbf.Config(6000, 10, 2, 2, 3, 0, 2000, 0, concepts, 0), new HostContext(4));
    }
}
