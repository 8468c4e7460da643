package org.thaw.environments.streams.internal;

import org.thaw.api.Context;
import org.thaw.api.RandomStream;

/** The centres of {@link RandomRbf}, by concept. */
final class Centres implements Source {
    /**
     * A centre.
     *
     * @param upTo     its weight and those of the centres before it, as a share of all
     * @param velocity what it moves in each direction at each example
     */
    record Centre(double[] place, double[] velocity, int label, double spread, double upTo) {
        /** Where it is: on its line, bounced off 0 and 1. */
        double at(int axis, long time) {
            double far = place[axis] + velocity[axis] * time;
            double within = far - 2 * StrictMath.floor(far / 2);
            return within <= 1 ? within : 2 - within;
        }
    }

    private final Centre[][] concepts;

    Centres(Centre[][] concepts) {
        this.concepts = concepts;
    }

    static Centres of(RandomRbf.Config c, Drift drift, Context context) {
        int stretches = drift.stretches(c.examples());
        Centre[][] concepts = new Centre[drift.concepts() == 0 ? stretches : Math.min(stretches, drift.concepts())][];
        for (int concept = 0; concept < concepts.length; concept++) {
            concepts[concept] = drawn(c, context.random("centres", concept));
        }
        return new Centres(concepts);
    }

    private static Centre[] drawn(RandomRbf.Config c, RandomStream random) {
        Centre[] centres = new Centre[c.centres()];
        double[] weights = new double[c.centres()];
        double all = 0;
        for (int i = 0; i < centres.length; i++) {
            weights[i] = 1 - random.nextDouble(); // never 0, so that there is something to divide by
            all += weights[i];
        }
        double upTo = 0;
        for (int i = 0; i < centres.length; i++) {
            upTo += weights[i] / all;
            double[] place = new double[c.inputs()];
            double[] velocity = new double[c.inputs()];
            double length = 0;
            for (int axis = 0; axis < c.inputs(); axis++) {
                place[axis] = random.nextDouble();
                velocity[axis] = random.nextGaussian();
                length += velocity[axis] * velocity[axis];
            }
            for (int axis = 0; axis < c.inputs(); axis++) {
                velocity[axis] *= c.speed() / StrictMath.sqrt(length);
            }
            // the first few have a class each, or one might be missing
            int label = i < c.classes() ? i : random.nextInt(c.classes());
            centres[i] = new Centre(place, velocity, label, random.nextDouble(), upTo);
        }
        return centres;
    }

    @Override
    public int draw(int concept, long time, Draws draws, float[] x, int at) {
        Centre centre = choose(concepts[concept], draws.nextDouble());
        int inputs = centre.place().length;
        double length = 0;
        for (int axis = 0; axis < inputs; axis++) {
            double direction = draws.nextGaussian();
            x[at + axis] = (float) direction;
            length += direction * direction;
        }
        double distance = draws.nextGaussian() * centre.spread() / StrictMath.sqrt(length);
        for (int axis = 0; axis < inputs; axis++) {
            x[at + axis] = (float) (centre.at(axis, time) + distance * x[at + axis]);
        }
        return centre.label();
    }

    private static Centre choose(Centre[] centres, double u) {
        int i = 0;
        while (i < centres.length - 1 && u >= centres[i].upTo()) {
            i++;
        }
        return centres[i];
    }
}
