package org.thaw.learners.inference.internal;

import org.thaw.api.Space;
import org.thaw.api.environment.Step;
import org.thaw.toolkit.Observations;

/** Observations as rows of numbers, and how far apart two are. A numbered one is a row of one number; two numbers are the same or infinitely far apart. */
final class Rows {
    private final boolean numbered;
    private final Observations observations;

    Rows(Space input) {
        numbered = input instanceof Space.Categorical;
        observations = new Observations(input);
    }

    /** How many numbers a row has. */
    int width() {
        return numbered ? 1 : observations.size();
    }

    void write(Step step, float[] to, int at) {
        if (numbered) {
            to[at] = step.state();
        } else {
            observations.write(step.observation(), to, at);
        }
    }

    /** The square of the Euclidean distance between two rows. */
    double squaredDistance(float[] a, int i, float[] b, int j) {
        if (numbered) {
            return a[i] == b[j] ? 0 : Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int k = 0; k < observations.size(); k++) {
            double difference = (double) a[i + k] - b[j + k];
            sum += difference * difference;
        }
        return sum;
    }
}
