package org.thaw.metrics.imitation.internal;

import java.util.List;
import org.thaw.api.Parameter;

/** A student of the experiment, and what part it has in the argument. */
public record Listed(
        @Parameter("name of the student's role") String role,
        @Parameter(value = "neural-frozen, unfrozen, program, scratchpad or control", byDefault = "control") Kind kind) {
    static final String LIST = "the students that verdicts are about: objects with role and kind; those not listed have no verdict";

    /** What part a student has in the argument. */
    public enum Kind {
        /** What the essay is about: a network that imitates and is frozen. */ NEURAL_FROZEN,
        /** The same, thawed: goes on learning from its own stream. */ UNFROZEN,
        /** The positive control: executes the teacher's updates. */ PROGRAM,
        /** Frozen, with a memory outside. A verdict of its own; the teacher's does not hang on it. */ SCRATCHPAD,
        /** The negative control, such as one that studied shuffled histories: no verdict, but it should fail. */ CONTROL
    }

    /** @throws IllegalArgumentException if a role is listed twice */
    static List<Listed> checked(List<Listed> listed) {
        List<String> roles = listed.stream().map(Listed::role).toList();
        roles.stream().filter(role -> roles.indexOf(role) != roles.lastIndexOf(role)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException("students: the role \"" + twice + "\" is listed twice; expected each once, with one kind");
        });
        return List.copyOf(listed);
    }

    /** The kind of a student. */
    static Kind kind(List<Listed> listed, String role) {
        return listed.stream().filter(each -> each.role.equals(role)).map(Listed::kind).findFirst().orElse(Kind.CONTROL);
    }

    /** Whether a student is frozen and could refute the essay. */
    static boolean frozen(Kind kind) {
        return kind == Kind.NEURAL_FROZEN || kind == Kind.SCRATCHPAD;
    }
}
