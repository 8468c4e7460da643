package org.thaw.shell.internal.verb;

import org.thaw.api.Privilege;

/** What a learner may see, in words. */
final class Sights {
    private Sights() {
    }

    static String brief(Privilege privilege) {
        return switch (privilege) {
            case CURRENT_DATA -> "current task";
            case SEEN_DATA -> "all tasks so far";
            case ALL_DATA -> "all tasks";
            case SIMULATOR -> "simulator";
        };
    }

    static String sentence(Privilege privilege) {
        return switch (privilege) {
            case CURRENT_DATA -> "the current task's data only (CURRENT_DATA)";
            case SEEN_DATA -> "the data of all tasks so far (SEEN_DATA)";
            case ALL_DATA -> "the data of all tasks, later ones included (ALL_DATA)";
            case SIMULATOR -> "a copy of the simulator with each step (SIMULATOR)";
        };
    }
}
