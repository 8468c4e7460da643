package org.thaw.runtime.internal.engine;

import com.google.gson.JsonObject;
import java.lang.reflect.RecordComponent;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.configuration.Configurations;
import org.thaw.runtime.internal.configuration.Place;
import org.thaw.runtime.internal.context.PinnedPlugins;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.run.SwapRequest;

/** Finds and configures learners that shall take the place of others. */
final class Replacements {
    /** Between an id and the hash of the jar that offers it. */
    static final String EXACTLY = "@sha256:";
    private final PinnedPlugins plugins;

    Replacements(PinnedPlugins plugins) {
        this.plugins = plugins;
    }

    /** The learner that a request names; what the request leaves out of its configuration is as with the old one, where both have it. */
    Binding find(SwapRequest request, Binding old) {
        PluginEntry entry = entry(request.learner());
        JsonObject with = shared(old.json(), entry, request.with());
        return RunServices.bind(old.plugin().id().equals(entry.id()) ? old.name() : entry.id(), entry, with);
    }

    private PluginEntry entry(String reference) {
        int at = reference.indexOf(EXACTLY);
        return at < 0 ? plugins.pinNewest(Plugin.Kind.LEARNER, reference)
                : plugins.pin(Plugin.Kind.LEARNER, reference.substring(0, at), reference.substring(at + EXACTLY.length()));
    }

    /** Hyperparameters of one name mean one thing; those whose value the new one does not allow keep its default. */
    static JsonObject shared(JsonObject old, PluginEntry entry, JsonObject wanted) {
        JsonObject with = wanted.deepCopy();
        for (RecordComponent component : entry.configuration().getRecordComponents()) {
            String name = component.getName();
            if (!with.has(name) && old.has(name)) {
                with.add(name, old.get(name));
                if (!reads(with, entry)) {
                    with.remove(name);
                }
            }
        }
        return with;
    }

    private static boolean reads(JsonObject with, PluginEntry entry) {
        try {
            Configurations.read(with, entry.configuration(), new Place("swap", entry.id()));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
