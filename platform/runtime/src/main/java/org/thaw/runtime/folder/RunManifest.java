package org.thaw.runtime.folder;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was run and on what: the content of {@code run.json}.
 *
 * @param format       of this file
 * @param configuration SHA-256 over all that a result depends on: plugins, configuration, seed, twins
 * @param players      who plays which role; what a player is made of follows as {@code role/part}
 * @param notes        facts that plugins recorded, such as the kernels in use
 * @param machine      Java, operating system, processor, cores, memory, locale, time zone, Thaw's version
 * @param swaps        every change of a learner while it ran
 * @param parts        the plugins that configurations name, by kind and reference, {@code LEARNER finetune}
 * @param recasts      the learners that were chosen in the place of others when the run was resumed, by {@code id@sha256} of the old one; each takes over its
 *                     configuration
 */
public record RunManifest(int format, String experiment, String run, String configuration, long seed, Player protocol, Map<String, Player> players,
                          List<Player> metrics, JsonObject twins, int lanes, Map<String, String> notes, Map<String, String> machine,
                          List<RunSwap> swaps, Map<String, Player> parts, Map<String, Player> recasts) {
    public RunManifest {
        if (experiment == null || run == null || configuration == null || protocol == null || players == null) {
            throw new IllegalArgumentException("expected the fields experiment, run, configuration, protocol and players");
        }
        metrics = metrics == null ? List.of() : metrics;
        twins = twins == null ? new JsonObject() : twins;
        notes = notes == null ? Map.of() : notes;
        machine = machine == null ? Map.of() : machine;
        swaps = swaps == null ? List.of() : List.copyOf(swaps);
        parts = parts == null ? Map.of() : parts;
        recasts = recasts == null ? Map.of() : recasts;
    }

    /**
     * A plugin in a role.
     *
     * @param name      as the experiment calls it
     * @param privilege of a learner, {@code CURRENT_DATA} …
     * @param with      its configuration, defaults filled in
     */
    public record Player(String name, String plugin, String version, String bundle, String sha256, String privilege, JsonObject with) {
        /** The exact plugin. */
        public String exactly() {
            return plugin + "@" + sha256;
        }
    }

    /** The same with other plugins in the place of some that are there no longer. */
    public RunManifest recast(Map<String, Player> others) {
        return new RunManifest(format, experiment, run, configuration, seed, protocol, players, metrics, twins, lanes, notes, machine, swaps, parts, others);
    }

    /** The learner's name, or where nobody plays the role {@code learner} the names of all learners joined. */
    public String learner() {
        return players.containsKey("learner") ? players.get("learner").name() : players.entrySet().stream()
                .filter(each -> !each.getKey().contains("/") && !each.getValue().privilege().isEmpty()).map(each -> each.getValue().name()).collect(Collectors.joining("+"));
    }

    /** The environment's name. */
    public String environment() {
        return players.containsKey("environment") ? players.get("environment").name() : "";
    }
}
