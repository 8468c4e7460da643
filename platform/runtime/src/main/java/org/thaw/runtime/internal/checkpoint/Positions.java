package org.thaw.runtime.internal.checkpoint;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Positions of random streams as checkpoints hold them. */
public final class Positions {
    private Positions() {
    }

    /** For writing. */
    public static Map<String, String> of(Map<String, byte[]> positions) {
        Map<String, String> text = new TreeMap<>();
        positions.forEach((name, state) -> text.put(name, HexFormat.of().formatHex(state)));
        return text;
    }

    /** Read back. */
    public static Map<String, byte[]> read(Map<String, String> text) {
        Map<String, byte[]> positions = new TreeMap<>();
        text.forEach((name, state) -> positions.put(name, HexFormat.of().parseHex(state)));
        return positions;
    }
}
