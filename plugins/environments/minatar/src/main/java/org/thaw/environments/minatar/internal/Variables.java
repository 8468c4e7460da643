package org.thaw.environments.minatar.internal;

/**
 * What a game's future depends on, visited variable by variable. A game lists its variables once, and the same list saves and restores them:
 * none can be forgotten on one side. A visitor that saves gives back what it is given, one that restores what was saved.
 */
interface Variables {
    /** A number from {@code low} to {@code high}. Returns the value that the variable shall have. */
    int number(String name, int value, int low, int high);

    /** Yes or no. Returns the value that the variable shall have. */
    default boolean flag(String name, boolean value) {
        return number(name, value ? 1 : 0, 0, 1) == 1;
    }

    /** −1 or 1. Returns the value that the variable shall have. */
    default int direction(String name, int value) {
        return flag(name, value > 0) ? 1 : -1;
    }

    /** An array of fixed length with elements from {@code low} to {@code high}, changed in place. */
    void numbers(String name, int[] values, int low, int high);

    /** A list of things, changed in place. */
    void swarm(String name, Swarm things);
}
