package org.thaw.runtime.internal.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thaw.api.Plugin;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.context.PinnedPlugins;
import org.thaw.runtime.internal.context.RunServices;

/** Finds the exact plugin that played a role at a checkpoint, or the one that was chosen to take its place. */
final class Cast {
    private final PinnedPlugins plugins;
    private final Map<String, RunManifest.Player> recasts;
    private final Map<String, RunState.OfPlugin> changed = new LinkedHashMap<>();

    Cast(PinnedPlugins plugins, Map<String, RunManifest.Player> recasts) {
        this.plugins = plugins;
        this.recasts = recasts;
    }

    Binding play(RunState.OfPlayer saved) {
        RunState.OfPlugin plugin = saved.plugin();
        RunManifest.Player instead = recasts.get(plugin.sha256());
        if (instead == null) {
            return RunServices.bind(plugin.name(), plugins.pin(Plugin.Kind.LEARNER, plugin.id(), plugin.sha256()), plugin.with());
        }
        changed.put(saved.role(), plugin);
        return RunServices.bind(instead.name(), plugins.pin(Plugin.Kind.LEARNER, instead.plugin(), instead.sha256()), instead.with());
    }

    /** The roles that another plugin plays now, with the one that played them before. */
    Map<String, RunState.OfPlugin> changed() {
        return changed;
    }
}
