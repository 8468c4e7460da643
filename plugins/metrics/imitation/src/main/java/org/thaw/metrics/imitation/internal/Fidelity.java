package org.thaw.metrics.imitation.internal;

import java.util.ArrayList;
import java.util.List;

/** F = 1 − E[JS₂(π_student, π_teacher)] over lifetimes, and the share of steps with the same action. */
final class Fidelity {
    /** The protocol's name for comparing the frozen teacher with a student in that student's states. */
    private static final String OWN_STATES = "fidelity under the states of ";

    private Fidelity() {
    }

    /** Under the teacher's states. */
    static Sample underTeachers(String name, List<Lifetimes> runs, String student, String score, int resamples) {
        return sample(name + "/teacher", runs, student, score, resamples);
    }

    /** Under the student's own states. */
    static Sample underOwn(String name, List<Lifetimes> runs, String student, String score, int resamples) {
        return sample(name + "/own", runs, OWN_STATES + student, score, resamples);
    }

    private static Sample sample(String name, List<Lifetimes> runs, String about, String score, int resamples) {
        List<List<double[]>> rows = new ArrayList<>();
        runs.forEach(run -> rows.add(run.comparisons(about, score).values().stream().map(value -> new double[] {score.equals("divergence") ? 1 - value : value}).toList()));
        return new Sample(name, resamples, rows);
    }
}
