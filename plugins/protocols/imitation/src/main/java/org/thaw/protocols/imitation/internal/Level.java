package org.thaw.protocols.imitation.internal;

import java.util.List;
import org.thaw.api.Parameter;
import org.thaw.api.protocol.Role;

/** A rung of the change ladder. */
public record Level(
        @Parameter(value = "its number: 0 held-out goal, 1 larger world, 2 other actions, 3 other rule, 4 other game", range = "[0,*)") int level,
        @Parameter("name of the role of its world, bound to a plugin under the experiment's \"roles\"") String world) {
    static final String LIST = "the rungs that are climbed, each after a life of its own in the first world: objects with level and world, such as {\"level\": 2, \"world\": \"permuted\"}";

    public Level {
        if (level < 0) {
            throw new IllegalArgumentException("levels: " + level + " is no level; expected a whole number from 0");
        }
        if (!world.matches("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")) {
            throw new IllegalArgumentException("levels: \"" + world + "\" cannot name a role; expected letters, digits, and . _ - between them, such as \"permuted\"");
        }
    }

    /** Checks a list of levels against the roles of others. */
    static List<Level> checked(List<Level> levels, List<Pupil> pupils) {
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("levels: expected at least one, such as [{\"level\": 0, \"world\": \"elsewhere\"}]");
        }
        for (Level each : levels) {
            if (List.of(Role.LEARNER, Role.ENVIRONMENT, Pupil.RANDOM).contains(each.world) || pupils.stream().anyMatch(pupil -> pupil.role().equals(each.world))) {
                throw new IllegalArgumentException("levels: \"" + each.world + "\" is another's role; give the world another name");
            }
            if (levels.stream().anyMatch(other -> other != each && (other.level == each.level || other.world.equals(each.world)))) {
                throw new IllegalArgumentException("levels: level " + each.level + " in \"" + each.world + "\" shares its number or its world with another; expected each once");
            }
        }
        return List.copyOf(levels);
    }

    /** The number of the task there. */
    int task() {
        return Schooling.LIFE + 1 + level;
    }
}
