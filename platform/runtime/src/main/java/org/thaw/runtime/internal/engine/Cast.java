package org.thaw.runtime.internal.engine;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.folder.RunSwap;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.context.PinnedPlugins;
import org.thaw.runtime.internal.context.RunServices;

/** Finds the exact learners that a run had, or those that were chosen to take their place when it was resumed, and holds their jars. */
final class Cast {
    private final PinnedPlugins plugins;
    private final Map<String, RunManifest.Player> recasts;
    private final Map<String, RunState.OfPlugin> changed = new LinkedHashMap<>();

    Cast(PinnedPlugins plugins, Map<String, RunManifest.Player> recasts) {
        this.plugins = plugins;
        this.recasts = recasts;
    }

    /** Who plays a role of the manifest. */
    Binding play(RunManifest.Player player) {
        return bind(player.name(), player.plugin(), player.sha256(), player.with());
    }

    /** Who was swapped in. */
    Binding play(RunSwap swap) {
        return bind(swap.name(), swap.plugin(), swap.sha256(), swap.with());
    }

    /** Who played a role at a checkpoint. */
    Binding play(RunState.OfPlayer saved) {
        RunState.OfPlugin plugin = saved.plugin();
        Binding binding = bind(plugin.name(), plugin.id(), plugin.sha256(), plugin.with());
        if (!binding.plugin().sha256().equals(plugin.sha256())) {
            changed.put(saved.role(), plugin);
        }
        return binding;
    }

    private Binding bind(String name, String id, String sha256, JsonObject with) {
        RunManifest.Player instead = recasts.get(id + "@" + sha256);
        if (instead == null) {
            return RunServices.bind(name, plugins.pin(Plugin.Kind.LEARNER, id, sha256), with);
        }
        PluginEntry entry = plugins.pin(Plugin.Kind.LEARNER, instead.plugin(), instead.sha256());
        return RunServices.bind(name, entry, Replacements.shared(with, entry, new JsonObject()));
    }

    /** The roles that another plugin plays now, with the one that played them at the checkpoint. */
    Map<String, RunState.OfPlugin> changed() {
        return changed;
    }
}
