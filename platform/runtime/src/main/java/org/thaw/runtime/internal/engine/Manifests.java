package org.thaw.runtime.internal.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.thaw.api.Plugin;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.folder.RunManifest.Player;
import org.thaw.runtime.internal.context.RunServices;

/** Writes down what a run is made of. */
final class Manifests {
    private static final int FORMAT = 1;

    private Manifests() {
    }

    static RunManifest of(RunPlan plan, RunServices services) {
        Map<String, Player> players = new LinkedHashMap<>();
        plan.learners().forEach((role, binding) -> players.put(role, player(binding)));
        plan.environments().forEach((role, binding) -> players.put(role, player(binding)));
        services.nested().forEach((path, binding) -> players.put(path, player(binding)));
        return new RunManifest(FORMAT, plan.experiment(), plan.run(), plan.hash(), plan.seed(), player(plan.protocol()), players,
                plan.metrics().stream().map(Manifests::player).toList(), RunGrid.twins(plan.twins()), plan.lanes(),
                new TreeMap<>(services.notes()), Machine.describe(), List.of());
    }

    private static Player player(Binding binding) {
        var plugin = binding.plugin();
        return new Player(binding.name(), plugin.id(), plugin.version(), plugin.bundle(), plugin.sha256(),
                plugin.kind() == Plugin.Kind.LEARNER ? plugin.privilege().name() : "", binding.json());
    }
}
