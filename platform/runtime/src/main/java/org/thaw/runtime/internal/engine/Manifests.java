package org.thaw.runtime.internal.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.thaw.api.Plugin;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.folder.RunManifest.Player;
import org.thaw.runtime.folder.RunSwap;
import org.thaw.runtime.internal.context.RunServices;
import com.google.gson.JsonObject;

/** Writes down what a run is made of. */
final class Manifests {
    private static final int FORMAT = 2;

    private Manifests() {
    }

    /** What is known before it begins: enough to carry it out. */
    static RunManifest of(RunPlan plan) {
        Map<String, Player> players = new LinkedHashMap<>();
        plan.learners().forEach((role, binding) -> players.put(role, player(binding)));
        plan.twins().imitations().forEach(imitation -> players.put(Role.LEARNER + "/" + imitation.kind(), player(imitation.student())));
        plan.environments().forEach((role, binding) -> players.put(role, player(binding)));
        Map<String, Player> parts = new TreeMap<>();
        plan.parts().forEach(part -> parts.put(part.entry().kind() + " " + part.reference(), player(part.reference(), part.entry(), new JsonObject())));
        return new RunManifest(FORMAT, plan.experiment(), plan.run(), plan.hash(), plan.seed(), player(plan.protocol()), players,
                plan.metrics().stream().map(Manifests::player).toList(), TwinsJson.write(plan.twins(), binding -> Json.COMPACT.toJsonTree(player(binding))), plan.lanes(), Map.of(), Map.of(), List.of(), parts, Map.of());
    }

    /** The same with what has come to be known since. */
    static RunManifest of(RunManifest planned, RunServices services, Map<String, String> machine, List<RunSwap> swaps) {
        Map<String, Player> players = new LinkedHashMap<>(planned.players());
        services.nested().forEach((path, binding) -> players.put(path, player(binding)));
        Map<String, Player> parts = new TreeMap<>(planned.parts());
        services.meant().forEach((reference, entry) -> parts.put(reference, player(entry.id(), entry, new JsonObject())));
        return new RunManifest(planned.format(), planned.experiment(), planned.run(), planned.configuration(), planned.seed(), planned.protocol(), players,
                planned.metrics(), planned.twins(), planned.lanes(), new TreeMap<>(services.notes()), machine, swaps, parts, planned.recasts());
    }

    static Player player(Binding binding) {
        return player(binding.name(), binding.plugin(), binding.json());
    }

    static Player player(String name, PluginEntry plugin, JsonObject with) {
        return new Player(name, plugin.id(), plugin.version(), plugin.bundle(), plugin.sha256(), plugin.kind() == Plugin.Kind.LEARNER ? plugin.privilege().name() : "", with);
    }
}
