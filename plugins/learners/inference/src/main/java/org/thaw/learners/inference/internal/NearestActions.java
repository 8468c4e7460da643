package org.thaw.learners.inference.internal;

import java.util.Arrays;
import org.thaw.api.RandomStream;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.toolkit.Reservoir;

/** Counts the actions taken in the k nearest of a bounded number of stored observations (Fix and Hodges 1951), each studied one as likely to be stored as any other. */
final class NearestActions implements ActionModel {
    private static final int[] UNLABELLED = {};

    private final Rows rows;
    private final int actions;
    private final RandomStream random;
    private final Reservoir reservoir;
    private final float[] observations;
    private final float[] targets;
    private final float[] query;
    private final int[] nearest;
    private final double[] distances;
    private int stored;

    /** @param examples how many observations can be stored */
    NearestActions(Rows rows, int actions, int examples, int neighbours, RandomStream random) {
        this.rows = rows;
        this.actions = actions;
        this.random = random;
        reservoir = new Reservoir(examples);
        observations = new float[Math.multiplyExact(examples, rows.width())];
        targets = new float[Math.multiplyExact(examples, actions)];
        query = new float[rows.width()];
        nearest = new int[neighbours];
        distances = new double[neighbours];
    }

    @Override
    public void study(Step step, Decision decision) {
        int place = reservoir.place(0, UNLABELLED, stored, random);
        if (place == Reservoir.DISCARD) {
            return;
        }
        stored = Math.max(stored, place + 1);
        rows.write(step, observations, place * rows.width());
        Arrays.fill(targets, place * actions, (place + 1) * actions, 0);
        targets[place * actions + decision.action().index()] = 1;
    }

    @Override
    public void counts(Step step, double[] into) {
        rows.write(step, query, 0);
        int found = 0;
        for (int i = 0; i < stored; i++) {
            double distance = rows.squaredDistance(query, 0, observations, i * rows.width());
            if (found == nearest.length && distance >= distances[found - 1]) {
                continue;
            }
            int at = found < nearest.length ? found++ : found - 1;
            for (; at > 0 && distances[at - 1] > distance; at--) {
                distances[at] = distances[at - 1];
                nearest[at] = nearest[at - 1];
            }
            distances[at] = distance;
            nearest[at] = i;
        }
        Arrays.fill(into, 0);
        for (int i = 0; i < found; i++) {
            for (int a = 0; a < actions; a++) {
                into[a] += targets[nearest[i] * actions + a];
            }
        }
    }

    /** What is saved beside the examples. */
    public record Stored(int examples) {
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "observations", Tensor.of(observations, targets.length / actions, rows.width()));
        out.tensor(StateKind.MEMORY, "targets", Tensor.of(targets, targets.length / actions, actions));
        out.record(StateKind.MEMORY, "stored", new Stored(stored));
        out.part("reservoir", reservoir);
    }

    @Override
    public void restore(StateReader in) {
        in.into("observations", Tensor.of(observations, targets.length / actions, rows.width()));
        in.into("targets", Tensor.of(targets, targets.length / actions, actions));
        stored = in.record("stored", Stored.class).examples();
        in.part("reservoir", reservoir);
    }
}
