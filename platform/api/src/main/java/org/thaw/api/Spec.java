package org.thaw.api;

import java.util.Map;
import java.util.Objects;

/**
 * Names a plugin and how it is to be configured: {@code "breakout"} or {@code {"id": "breakout@1.2.0", "with": {"ramping": false}}} in an
 * experiment file. A configuration record may hold specs: that is how wrappers and composed learners name what they are made of.
 *
 * @param id   the plugin's id, with {@code @} and a version or version range if one is wanted
 * @param with hyperparameters by name, as JSON values (numbers, booleans, strings, lists, maps)
 */
public record Spec(String id, Map<String, Object> with) {
    public Spec {
        Objects.requireNonNull(id, "id");
        with = with == null ? Map.of() : Map.copyOf(with);
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
