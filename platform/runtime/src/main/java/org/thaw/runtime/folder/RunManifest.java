package org.thaw.runtime.folder;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * What was run and on what: the content of {@code run.json}.
 *
 * @param format       of this file
 * @param configuration SHA-256 over all that a result depends on: plugins, configuration, seed, twins
 * @param players      who plays which role
 * @param notes        facts that plugins recorded, such as the kernels in use
 * @param machine      Java, operating system, processor, cores, memory, locale, time zone, Thaw's version
 * @param swaps        every change of a learner while it ran
 */
public record RunManifest(int format, String experiment, String run, String configuration, long seed, Player protocol, Map<String, Player> players,
                          List<Player> metrics, JsonObject twins, int lanes, Map<String, String> notes, Map<String, String> machine,
                          List<JsonObject> swaps) {
    /**
     * A plugin in a role.
     *
     * @param name      as the experiment calls it
     * @param privilege of a learner, {@code CURRENT_DATA} …
     * @param with      its configuration, defaults filled in
     */
    public record Player(String name, String plugin, String version, String bundle, String sha256, String privilege, JsonObject with) {
    }

    /** The learner's name, or the names of several learners joined. */
    public String learner() {
        return players.containsKey("learner") ? players.get("learner").name() : String.join("+", players.values().stream().map(Player::name).toList());
    }

    /** The environment's name. */
    public String environment() {
        return players.containsKey("environment") ? players.get("environment").name() : "";
    }
}
