package org.thaw.runtime.internal.random;

import java.util.Map;
import java.util.TreeMap;
import org.thaw.api.RandomStream;

/** All random streams of one player, by path and name. Their positions can be saved, restored and copied together. */
public final class Streams {
    private final long seed;
    private final String root;
    private final String home;
    private final Map<String, CommonsStream> streams = new TreeMap<>();
    private String part = "";
    private String diversion = "";

    /**
     * Streams of a player.
     *
     * @param root what sets these streams apart from other players' of the same seed: {@code learner}, {@code evaluation/7}
     */
    public Streams(long seed, String root) {
        this(seed, root, root);
    }

    /** Streams of a role in one of its lifetimes. In lifetime 0 they are the role's plain ones. */
    public static Streams of(long seed, String role, long lifetime) {
        return new Streams(seed, lifetime == 0 ? role : role + "@" + lifetime);
    }

    private Streams(long seed, String root, String home) {
        this.seed = seed;
        this.root = root;
        this.home = home;
    }

    /** Fresh streams under the same seed and root as another player's. */
    public Streams(Streams other) {
        this(other.seed, other.root, other.home);
        part = other.part;
    }

    /** Fresh streams below another's root. Keyed streams stay the other's: what a world draws of a key is the same while it is lived in and evaluated. */
    public Streams(Streams other, String below) {
        this(other.seed, other.root + "/" + below, other.home);
    }

    /** The stream of that name: always the same object. */
    public RandomStream get(String name) {
        return streams.computeIfAbsent(name, this::fresh);
    }

    /** A fresh stream of that name and key. */
    public RandomStream get(String name, long key) {
        return CommonsStream.of(seed, home + "/" + name + "#" + key);
    }

    /** The positions of all streams used so far. */
    public Map<String, byte[]> save() {
        Map<String, byte[]> positions = new TreeMap<>();
        streams.forEach((name, stream) -> positions.put(name, stream.state()));
        return positions;
    }

    /**
     * Puts all streams, also those not in use yet, to the beginning of what is drawn in a part of a player's life, such as one of its lifetimes.
     *
     * @param name its name; empty for the first part
     */
    public void begin(String name) {
        part = name.isEmpty() ? "" : "#" + name;
        streams.forEach((each, stream) -> stream.state(fresh(each).state()));
    }

    /**
     * Puts all streams, also those not in use yet, to positions that depend on the seed and this key alone, until {@link #restore}: an evaluation
     * draws its own numbers, the same for a player and its twins, and others than the evaluation before.
     */
    public void divert(String key) {
        diversion = "#" + key;
        streams.forEach((name, stream) -> stream.state(fresh(name).state()));
    }

    private CommonsStream fresh(String name) {
        return CommonsStream.of(seed, root + "/" + name + part + diversion);
    }

    /** Goes back to saved positions; streams that were not in use then start anew. */
    public void restore(Map<String, byte[]> positions) {
        diversion = "";
        for (Map.Entry<String, CommonsStream> entry : streams.entrySet()) {
            if (!positions.containsKey(entry.getKey())) {
                entry.getValue().state(fresh(entry.getKey()).state());
            }
        }
        positions.forEach((name, state) -> ((CommonsStream) get(name)).state(state));
    }
}
