package org.thaw.learners.modelbased.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class PlannerTest {
    private static double[] plan(LatentModel model, int depth, int branches, double discount, float state) {
        return new Planner(model, depth, branches, discount).values(new float[] {state}, 0).clone();
    }

    /** With γ = ½, Q¹(s, 0) = 1 + (s + 1) and Q¹(s, 1) = 2 + (s − 1). */
    @Test
    void looksAheadAsInAlgorithm1() {
        assertArrayEquals(new double[] {4, 3}, plan(Models.ladder(), 1, 0, 0.5, 2), 1e-6);
        // 1 + ½ (½ V(3) + ½ Q¹(3, 0)) with 6 and 5; 2 + ½ (½ V(1) + ½ Q¹(1, 0)) with 2 and 3
        assertArrayEquals(new double[] {3.75, 3.25}, plan(Models.ladder(), 2, 0, 0.5, 2), 1e-6);
        // 1 + ½ (⅓ V(3) + ⅔ Q²(3, 0)) with 6 and 4.5; 2 + ½ (⅓ V(1) + ⅔ Q²(1, 0)) with 2 and 3
        assertArrayEquals(new double[] {3.5, 10 / 3.0}, plan(Models.ladder(), 3, 0, 0.5, 2), 1e-6);
    }

    /** Action 0 stays and earns 1; action 1 goes 4 up and earns 2 s. V = 0, γ = 1: from 0, action 1 pays only later. */
    @Test
    void followsOnlyTheBestActionsByOneStep() {
        LatentModel model = Models.linear(new float[] {0, 0, 0, 0, 2, 0, 0, 1, Models.SURELY, 4, 0, Models.SURELY}, 0);
        assertArrayEquals(new double[] {1.5, 4}, plan(model, 2, 1, 1, 0), 1e-6);
        // 1 + ⅔ Q²(0, ·): of action 1 if both are followed, of action 0 if only that is
        assertArrayEquals(new double[] {1 + 8 / 3.0}, new double[] {plan(model, 3, 2, 1, 0)[0]}, 1e-6);
        assertArrayEquals(new double[] {2}, new double[] {plan(model, 3, 1, 1, 0)[0]}, 1e-6);
    }

    @Test
    void nothingFollowsWhereTheEpisodeEnds() {
        LatentModel model = Models.linear(new float[] {0, 0, 0, 0, 0, 0, 1, 1, -Models.SURELY, -1, 2, Models.SURELY}, 2);
        assertArrayEquals(new double[] {1, 3}, plan(model, 1, 0, 0.5, 2), 1e-6);
        assertArrayEquals(new double[] {1}, new double[] {plan(model, 3, 0, 0.5, 2)[0]}, 1e-6);
    }
}
