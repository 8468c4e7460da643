package org.thaw.environments.gymnasium.internal;

/**
 * What the two sides say to each other: a length (4 bytes), a letter, a body; the length counts the letter. All numbers are little endian. The script
 * {@code gymnasium_child.py} says what the bodies are.
 */
final class Wire {
    static final int VERSION = 1;

    static final byte SEEDED_RESET = 'R';
    static final byte RESET = 'N';
    static final byte STEP = 'S';
    static final byte PLAY = 'P';

    static final byte HELLO = 'H';
    static final byte REFUSAL = 'E';
    static final byte FIRST = 'F';
    static final byte MIDDLE = 'M';
    /** In between, but nothing that follows counts: a life was lost. */
    static final byte LIFE_LOST = 'Z';
    static final byte TERMINATED = 'T';
    static final byte CUT_OFF = 'C';

    static final byte CATEGORICAL = 0;
    static final byte FLOATS = 1;
    static final byte BYTES = 2;

    /** The letter and the reward, which stand before an observation. */
    static final int OUTCOME = 1 + Double.BYTES;

    private Wire() {
    }
}
