package org.thaw.learners.rehearsal.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.api.RandomStream;
import org.thaw.tck.host.HostStream;

class GradientConeTest {
    @Test
    void averagedReferenceTakesAwayWhatPointsAgainstIt() {
        // g·r = −4, r·r = 2: g + 2 r
        float[] g = {-3, -1, 5};
        AGem.project(g, new float[] {1, 1, 0});
        assertArrayEquals(new float[] {-1, 1, 5}, g);
        AGem.project(g, new float[] {0, 1, 0});
        assertArrayEquals(new float[] {-1, 1, 5}, g);
    }

    @Test
    void projectsOntoTheConeOfTwoGradients() {
        float[] g = {-1, -2, 3};
        // g̃ must have a first component of at least 0 and a second of at least 0: the nearest is (0, 0, 3)
        assertTrue(new GradientCone(2).project(g, new float[][] {{2, 0, 0}, {0, 1, 0}}, 0));
        assertArrayEquals(new float[] {0, 0, 3}, g, 1e-6f);
    }

    @Test
    void onlyTheConstraintThatBindsCounts() {
        // against the first alone; projecting on its plane leaves x = (0, 1), which does not point against the second
        float[] g = {-1, 1};
        new GradientCone(2).project(g, new float[][] {{1, 0}, {-1, 1}}, 0);
        assertArrayEquals(new float[] {0, 1}, g, 1e-6f);
    }

    @Test
    void marginPushesIntoTheCone() {
        float[] g = {-1, 1};
        // least v ≥ ½ that keeps g̃ = g + v (1, 0) off the plane is 1: the margin does not bind; against (4, 0) v ≥ ¼ would do, but ½ is asked
        new GradientCone(1).project(g, new float[][] {{1, 0}}, 0.5);
        assertArrayEquals(new float[] {0, 1}, g, 1e-6f);
        float[] h = {-1, 1};
        new GradientCone(1).project(h, new float[][] {{4, 0}}, 0.5);
        assertArrayEquals(new float[] {1, 1}, h, 1e-6f);
    }

    @Test
    void leavesAGradientInsideTheConeAlone() {
        float[] g = {1, 1};
        assertFalse(new GradientCone(2).project(g, new float[][] {{1, 0}, {0, 1}}, 0.5));
        assertArrayEquals(new float[] {1, 1}, g);
    }

    @Test
    void constraintsHoldAndTheResultIsTheNearestForRandomGradients() {
        RandomStream random = new HostStream(1);
        for (int trial = 0; trial < 300; trial++) {
            int tasks = 1 + random.nextInt(6);
            float[][] gradients = new float[tasks][12];
            float[] g = new float[12];
            for (int j = 0; j < 12; j++) {
                g[j] = (float) random.nextGaussian();
                for (float[] gradient : gradients) {
                    gradient[j] = (float) random.nextGaussian();
                }
            }
            float[] bent = g.clone();
            new GradientCone(tasks).project(bent, gradients, 0);
            double moved = 0;
            for (int j = 0; j < 12; j++) {
                moved += (double) (bent[j] - g[j]) * bent[j];
            }
            for (float[] gradient : gradients) {
                assertTrue(Vectors.dot(gradient, bent) > -1e-4, "a loss would rise");
            }
            // the projection on a closed convex cone is where the residual is orthogonal to it
            assertEquals(0, moved, 1e-4);
        }
    }

    @Test
    void gradientsThatDependOnOneAnotherDoNoHarm() {
        float[] g = {-1, 1};
        new GradientCone(3).project(g, new float[][] {{1, 0}, {1, 0}, {2, 0}}, 0);
        assertArrayEquals(new float[] {0, 1}, g, 1e-5f);
    }

    @Test
    void quadraticProgrammeMeetsItsConditions() {
        double[] u = new QuadraticProgramme(2).solve(new double[][] {{2, 1}, {1, 2}}, new double[] {-4, 1});
        // u₂ = 0 and 2 u₁ = 4: w₂ = 2 + 1 > 0
        assertArrayEquals(new double[] {2, 0}, u, 1e-12);
    }
}
