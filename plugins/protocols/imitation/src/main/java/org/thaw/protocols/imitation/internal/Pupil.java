package org.thaw.protocols.imitation.internal;

import java.util.List;
import org.thaw.api.Parameter;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Role;

/** A student of the teacher, and how it studies. */
public record Pupil(
        @Parameter("name of the student's role, bound to a plugin under the experiment's \"roles\"") String role,
        @Parameter(value = "where in each history its material begins, as a share of the history's length", byDefault = "0", range = "[0,1)") double from,
        @Parameter(value = "where in each history its material ends", byDefault = "1", range = "(0,1]") double to,
        @Parameter(value = "whether the episodes of each history are put into a random order first: a control that cannot see learning", byDefault = "false") boolean shuffled,
        @Parameter(value = "updates of its study, each with one batch of windows", byDefault = "" + Pupil.UPDATES, range = "[1,*)") long updates,
        @Parameter(value = "whether it goes on studying its own stream in the held-out lifetimes, from the same knowledge in each", byDefault = "false") boolean unfrozen,
        @Parameter(value = "how many of the histories it studies, the first ones; 0: all", byDefault = "0", range = "[0,*)") long histories,
        @Parameter(value = "role of a student listed before it, frozen, of which this one is a copy that goes on studying: both know the same at T1; none: it studies the histories itself",
                byDefault = Pupil.NONE) String copyOf) {
    static final String LIST = "the students: objects with role, and if wanted from, to, shuffled, updates, unfrozen, histories, copyOf; such as {\"role\": \"cloning-of-the-end\", \"from\": 0.9}";
    /** Who acts at random. */
    static final String RANDOM = "random";
    static final String NONE = "none";
    static final long UPDATES = 1000;
    private static final String WELL_FORMED = "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?";

    public Pupil {
        if (!role.matches(WELL_FORMED)) {
            throw new IllegalArgumentException("students: \"" + role + "\" cannot name a role; expected letters, digits, and . _ - between them, such as \"algorithm-distillation\"");
        }
        if (List.of(Role.LEARNER, Role.ENVIRONMENT, RANDOM, NONE).contains(role)) {
            throw new IllegalArgumentException("students: \"" + role + "\" is another's role or means nobody; give the student another name");
        }
        if (updates < 1) {
            throw new IllegalArgumentException("students: " + role + " studies with " + updates + " updates; expected at least 1");
        }
        if (histories < 0) {
            throw new IllegalArgumentException("students: " + role + " studies " + histories + " histories; expected a whole number from 0, where 0 means all");
        }
        if (!copyOf.equals(NONE) && !unfrozen) {
            throw new IllegalArgumentException("students: " + role + " is a copy of " + copyOf + " and frozen like it, so nothing would tell them apart; expected \"unfrozen\": true");
        }
        if (!copyOf.equals(NONE) && (from != 0 || to != 1 || shuffled || updates != UPDATES || histories != 0)) {
            throw new IllegalArgumentException("students: " + role + " knows what " + copyOf + " studied; leave out from, to, shuffled, updates and histories: they are those of " + copyOf);
        }
        if (!(from >= 0 && from < to && to <= 1)) {
            throw new IllegalArgumentException("students: " + role + " studies from " + from + " to " + to + "; expected 0 <= from < to <= 1");
        }
    }

    /** Whether it is made as a copy of another student instead of studying itself. */
    boolean isCopy() {
        return !copyOf.equals(NONE);
    }

    Phase.Material material() {
        return new Phase.Material(from, to, shuffled);
    }

    /**
     * Checks a list of students.
     *
     * @throws IllegalArgumentException if there is none, two share a role, or one is a copy of something else than a frozen student before it
     */
    static List<Pupil> checked(List<Pupil> pupils) {
        List<String> roles = pupils.stream().map(Pupil::role).toList();
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("students: expected at least one, such as [{\"role\": \"algorithm-distillation\"}]");
        }
        roles.stream().filter(role -> roles.indexOf(role) != roles.lastIndexOf(role)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException("students: the role \"" + twice + "\" is listed twice; expected each once");
        });
        for (Pupil copy : pupils.stream().filter(Pupil::isCopy).toList()) {
            List<String> possible = pupils.stream().takeWhile(each -> each != copy).filter(each -> !each.unfrozen()).map(Pupil::role).toList();
            if (!possible.contains(copy.copyOf())) {
                throw new IllegalArgumentException("students: " + copy.role() + " cannot be a copy of \"" + copy.copyOf() + "\"; expected a frozen student listed before it"
                        + (possible.isEmpty() ? ", and there is none" : ": " + String.join(", ", possible)));
            }
        }
        return List.copyOf(pupils);
    }
}
