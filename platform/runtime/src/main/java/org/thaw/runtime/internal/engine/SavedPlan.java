package org.thaw.runtime.internal.engine;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.experiment.Twins;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.internal.context.PinnedPlugins;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.experiment.Specs;

/** Reads a run's plan back from its manifest, with the exact plugins that it names, and holds them. */
final class SavedPlan {
    private final RunManifest manifest;
    private final PinnedPlugins plugins;

    private SavedPlan(RunManifest manifest, PinnedPlugins plugins) {
        this.manifest = manifest;
        this.plugins = plugins;
    }

    /** @throws org.thaw.runtime.catalog.UnknownPluginException if a jar is there no longer */
    static RunPlan read(RunManifest manifest, PinnedPlugins plugins) {
        return new SavedPlan(manifest, plugins).plan();
    }

    private RunPlan plan() {
        Map<String, Binding> learners = new LinkedHashMap<>();
        Map<String, Binding> environments = new LinkedHashMap<>();
        Cast cast = new Cast(plugins, manifest.recasts());
        manifest.players().forEach((role, player) -> {
            if (role.contains("/")) {
                return; // a part: made by the plugin that it is a part of
            }
            if (player.privilege().isEmpty()) {
                environments.put(role, bind(Plugin.Kind.ENVIRONMENT, player));
            } else {
                learners.put(role, cast.play(player));
            }
        });
        List<Specs.Part> parts = new ArrayList<>();
        manifest.parts().forEach((named, part) -> {
            int space = named.indexOf(' ');
            String reference = named.substring(space + 1);
            PluginEntry entry = plugins.pin(Plugin.Kind.valueOf(named.substring(0, space)), part.plugin(), part.sha256());
            plugins.pin(entry.kind(), reference, entry);
            parts.add(new Specs.Part(reference, entry));
        });
        manifest.swaps().forEach(cast::play); // so that they are held too, or missed now rather than in the middle of the run
        Twins twins = TwinsJson.read(manifest.twins(), player -> cast.play(Json.COMPACT.fromJson(player, RunManifest.Player.class)));
        return new RunPlan(manifest.experiment(), manifest.run(), bind(Plugin.Kind.PROTOCOL, manifest.protocol()), learners, environments,
                manifest.metrics().stream().map(metric -> bind(Plugin.Kind.METRIC, metric)).toList(), parts, manifest.seed(), manifest.lanes(), twins, manifest.configuration());
    }

    private Binding bind(Plugin.Kind kind, RunManifest.Player player) {
        JsonObject with = player.with() == null ? new JsonObject() : player.with();
        return RunServices.bind(player.name(), plugins.pin(kind, player.plugin(), player.sha256()), with);
    }
}
