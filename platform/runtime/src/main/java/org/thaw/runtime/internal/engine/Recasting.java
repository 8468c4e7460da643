package org.thaw.runtime.internal.engine;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.RunManifest;

/** The versions of learners that somebody has chosen for unfinished runs, in the place of those that the runs had. */
final class Recasting {
    private final Map<String, PluginEntry> chosen = new LinkedHashMap<>();
    private final TreeSet<String> unused = new TreeSet<>();

    /** @param with references as in experiment files, {@code ewc@1.2.0} */
    Recasting(Catalog catalog, List<String> with) {
        for (String reference : with) {
            try {
                PluginEntry entry = catalog.find(Plugin.Kind.LEARNER, reference);
                chosen.put(entry.id(), entry);
                unused.add(entry.id());
            } catch (UnknownPluginException e) {
                throw new BadInputException("--with " + reference + ": " + e.getMessage(), e);
            }
        }
    }

    /** A run's manifest with the choice in it; for its own players and for those that were swapped in. */
    RunManifest apply(RunManifest manifest) {
        Map<String, RunManifest.Player> recasts = new LinkedHashMap<>(manifest.recasts());
        manifest.players().values().stream().filter(player -> !player.privilege().isEmpty()).forEach(player -> choose(player.plugin(), player.sha256(), recasts));
        manifest.swaps().forEach(swap -> choose(swap.plugin(), swap.sha256(), recasts));
        return recasts.equals(manifest.recasts()) ? manifest : manifest.recast(recasts);
    }

    private void choose(String id, String sha256, Map<String, RunManifest.Player> recasts) {
        PluginEntry entry = chosen.get(id);
        if (entry == null) {
            return;
        }
        unused.remove(id);
        String old = id + "@" + sha256;
        if (entry.sha256().equals(sha256)) {
            recasts.remove(old); // back to what it was
        } else {
            recasts.put(old, Manifests.player(id, entry, new JsonObject()));
        }
    }

    /** @throws BadInputException if a choice concerned no run */
    void checkAllUsed() {
        if (!unused.isEmpty()) {
            throw new BadInputException("--with " + unused.first() + ": no unfinished run has a learner \"" + unused.first() + "\"");
        }
    }
}
