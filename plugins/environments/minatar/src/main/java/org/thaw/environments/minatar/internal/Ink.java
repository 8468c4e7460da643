package org.thaw.environments.minatar.internal;

/**
 * How a channel is drawn for people.
 *
 * @param channel which one
 * @param symbol  a printable character that stands for what the channel shows
 * @param colour  {@code 0xRRGGBB}
 */
record Ink(int channel, char symbol, int colour) {
    /** Colours that mean the same in every game. */
    static final int DARK = 0x101018;
    static final int PLAYER = 0x40c060;
    static final int ENEMY = 0xd04040;
    static final int PRIZE = 0xf0c030;
    static final int TRAIL = 0x585868;
    static final int FRIENDLY = 0x90e8a0;
    static final int HOSTILE = 0xf08050;
}
