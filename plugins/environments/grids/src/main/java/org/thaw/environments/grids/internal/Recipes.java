package org.thaw.environments.grids.internal;

/**
 * All ways in which a craft can be done: one station, and one symbol after another there. Numbered by station first, then as the symbols would be
 * digits of a number, the first one the highest.
 *
 * @param stations how many stations there are
 * @param symbols  how many symbols
 * @param length   how many symbols a craft takes
 */
record Recipes(int stations, int symbols, int length) {
    private static final long MOST = 1_000_000;

    /** How many recipes there are. @throws IllegalArgumentException if they are too many to count them out */
    int count() {
        long count = stations;
        for (int i = 0; i < length && count <= MOST; i++) {
            count *= symbols;
        }
        Require.that(count <= MOST, "stations, symbols and length", stations + " times " + symbols + " to the power of " + length, "at most " + MOST + " recipes");
        return (int) count;
    }

    /** The station that a recipe wants. */
    int station(int recipe) {
        return recipe / (count() / stations);
    }

    /** The symbol that a recipe wants at a place from 0. */
    int symbol(int recipe, int place) {
        int digits = recipe;
        for (int i = length - 1; i > place; i--) {
            digits /= symbols;
        }
        return digits % symbols;
    }
}
