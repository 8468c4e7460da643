package org.thaw.environments.streams.internal;

import org.thaw.api.Context;
import org.thaw.api.RandomStream;

/** The planes of {@link RotatingHyperplane}: aᵢ = (the concept's own weight) + (the movement so far), so that any example can be drawn at any time. */
final class Hyperplane implements Source {
    private final double[][] weights;
    /** Movement of each turning weight at the examples 0, N, 2 N …; in between it is a straight line. */
    private final double[][] moved;
    private final int every;

    Hyperplane(double[][] weights, double[][] moved, int every) {
        this.weights = weights;
        this.moved = moved;
        this.every = every;
    }

    static Hyperplane of(RotatingHyperplane.Config c, Drift drift, Context context) {
        int stretches = drift.stretches(c.examples());
        double[][] weights = new double[drift.concepts() == 0 ? stretches : Math.min(stretches, drift.concepts())][c.inputs()];
        for (int concept = 0; concept < weights.length; concept++) {
            RandomStream random = context.random("weights", concept);
            for (int i = 0; i < c.inputs(); i++) {
                weights[concept][i] = random.nextDouble();
            }
        }
        double[][] moved = new double[c.turning()][(c.examples() - 1) / c.every() + 2];
        for (int i = 0; i < moved.length; i++) {
            RandomStream random = context.random("turning", i);
            int direction = random.nextBoolean(0.5) ? 1 : -1;
            for (int n = 1; n < moved[i].length; n++) {
                moved[i][n] = moved[i][n - 1] + direction * c.turn();
                direction = random.nextBoolean(c.back()) ? -direction : direction;
            }
        }
        return new Hyperplane(weights, moved, c.every());
    }

    /** aᵢ of a concept at an example. */
    double weight(int concept, int i, long time) {
        if (i >= moved.length) {
            return weights[concept][i];
        }
        int n = (int) (time / every);
        return weights[concept][i] + moved[i][n] + (moved[i][n + 1] - moved[i][n]) * (time % every) / every;
    }

    @Override
    public int draw(int concept, long time, Draws draws, float[] x, int at) {
        double sum = 0;
        double half = 0;
        for (int i = 0; i < weights[concept].length; i++) {
            x[at + i] = (float) draws.nextDouble();
            double a = weight(concept, i, time);
            sum += a * x[at + i];
            half += a / 2;
        }
        return sum >= half ? 1 : 0;
    }
}
