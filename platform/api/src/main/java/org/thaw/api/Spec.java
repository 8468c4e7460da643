package org.thaw.api;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Names a plugin and how it is to be configured: {@code "breakout"} or {@code {"plugin": "breakout@1.2.0", "ramping": false}} in an
 * experiment file. A configuration record may hold specs: that is how wrappers and composed learners name what they are made of.
 *
 * @param id   the plugin's id, with {@code @} and a version or version range if one is wanted
 * @param with hyperparameters by name, as JSON values (numbers, booleans, strings, lists, maps); iterates sorted by name
 */
public record Spec(String id, Map<String, Object> with) {
    public Spec {
        Objects.requireNonNull(id, "id");
        if (id.isEmpty() || id.startsWith("@")) {
            throw new IllegalArgumentException("\"" + id + "\" names no plugin: expected an id, with @ and a version if one is wanted");
        }
        // sorted: what is written from a spec must not depend on the hash order of one JVM
        with = with == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(with));
    }

    /** With all defaults. */
    public static Spec of(String id) {
        return new Spec(id, Map.of());
    }

    /** The id without a version. */
    public String plugin() {
        int at = id.indexOf('@');
        return at < 0 ? id : id.substring(0, at);
    }

    /** The wanted version or range, or an empty string for the newest. */
    public String version() {
        int at = id.indexOf('@');
        return at < 0 ? "" : id.substring(at + 1);
    }
}
