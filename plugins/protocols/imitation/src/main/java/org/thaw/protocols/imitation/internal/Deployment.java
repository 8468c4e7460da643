package org.thaw.protocols.imitation.internal;

import static org.thaw.api.protocol.Role.ENVIRONMENT;
import static org.thaw.api.protocol.Role.LEARNER;
import static org.thaw.protocols.imitation.internal.Schooling.LIFE;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.protocol.Phase;

/**
 * Held-out lifetimes in which students take over. The teacher, made anew, lives T1 steps, which are recorded. Then the teacher goes on learning for ΔT;
 * a copy of it, {@code learner/frozen@<lifetime>}, goes on without learning; and each student, who has followed those T1 steps so that its context
 * holds that life, lives ΔT steps in the same world.
 *
 * @param after    ΔT
 * @param window   w, the steps whose policies are compared
 * @param fidelity whether they are
 */
record Deployment(Schooling schooling, long after, long window, boolean fidelity) {
    static final String FIDELITY = "whether policies are compared step by step over w steps, under the teacher's states and under the student's";
    static final String FROZEN = LEARNER + "/frozen@";
    /** The phase in which a student is asked what it would have done in the teacher's place. */
    static final String TEACHERS_STATES = "fidelity under the teacher's states";
    /** The phase in which the frozen teacher is asked what it would have done in a student's place; the student's role follows. */
    static final String OWN_STATES = "fidelity under the states of ";

    Deployment {
        if (window > after) {
            throw new IllegalArgumentException("returns are averaged over " + window + " steps, but a student lives only " + after + " steps; set a smaller window or a longer life");
        }
    }

    Iterable<Phase> plan() {
        return schooling.plan(false, this::lifetime);
    }

    private List<Phase> lifetime(long k) {
        String frozen = FROZEN + k;
        List<Phase> phases = new ArrayList<>();
        phases.add(Schooling.renewTeacher(k));
        phases.add(new Phase.Record(Lives.part("life of the teacher", LEARNER, ENVIRONMENT, LIFE, schooling.steps(), true, false), Schooling.life(k)));
        phases.add(new Phase.Fork("fork the teacher", LEARNER, frozen));
        phases.add(new Phase.Freeze("freeze the copy", frozen));
        phases.addAll(goOn("the teacher goes on", LEARNER, "next-" + k));
        for (Pupil pupil : schooling.pupils()) {
            phases.addAll(deploy(pupil, k));
            if (fidelity) {
                // the copy has not lived on yet: its context is that of T1
                phases.add(Lives.compare(OWN_STATES + pupil.role(), frozen, LIFE, own(pupil, k), window));
            }
        }
        phases.add(Lives.part("the frozen teacher goes on", frozen, ENVIRONMENT, LIFE, after, false, true));
        phases.add(Schooling.release(frozen));
        phases.addAll(Schooling.random(k, ENVIRONMENT, LIFE, window));
        return phases;
    }

    private List<Phase> deploy(Pupil pupil, long k) {
        Enrolment student = Enrolment.of(pupil, k, "");
        List<Phase> phases = new ArrayList<>(List.of(Lives.follow(student.role(), LIFE, Schooling.life(k), schooling.steps(), false)));
        if (fidelity) {
            phases.add(Lives.compare(TEACHERS_STATES, student.role(), LIFE, "next-" + k, window));
        }
        phases.addAll(goOn("the student goes on", student.role(), own(pupil, k)));
        return student.live(phases.toArray(Phase[]::new));
    }

    private static String own(Pupil pupil, long k) {
        return "own-" + pupil.role() + "-" + k;
    }

    /** ΔT steps of a life that is under way; the first w of them are recorded where they are compared. */
    private List<Phase> goOn(String name, String role, String recording) {
        if (!fidelity) {
            return List.of(Lives.part(name, role, ENVIRONMENT, LIFE, after, false, true));
        }
        Phase first = new Phase.Record(Lives.part(name, role, ENVIRONMENT, LIFE, window, false, window == after), recording);
        return window == after ? List.of(first) : List.of(first, Lives.part(name, role, ENVIRONMENT, LIFE, after - window, false, true));
    }
}
