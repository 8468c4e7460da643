package org.thaw.runtime.internal.engine;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.internal.context.RunServices;

/** Puts the versions of learners that somebody has chosen in the place of those that unfinished runs had. */
final class Recasting {
    private final Map<String, PluginEntry> chosen = new LinkedHashMap<>();
    private final Map<String, Boolean> used = new LinkedHashMap<>();

    /** @param with references as in experiment files, {@code ewc@1.2.0} */
    Recasting(Catalog catalog, List<String> with) {
        for (String reference : with) {
            try {
                PluginEntry entry = catalog.find(Plugin.Kind.LEARNER, reference);
                chosen.put(entry.id(), entry);
                used.put(entry.id(), false);
            } catch (UnknownPluginException e) {
                throw new BadInputException("--with " + reference + ": " + e.getMessage(), e);
            }
        }
    }

    /** Writes the choice into a run's manifest. */
    RunManifest apply(RunFolder run) {
        RunManifest manifest = run.manifest();
        Map<String, RunManifest.Player> recasts = new LinkedHashMap<>(manifest.recasts());
        Stream<RunManifest.Player> swapped = manifest.swaps().stream()
                .map(swap -> new RunManifest.Player(swap.name(), swap.plugin(), swap.version(), "", swap.sha256(), "CURRENT_DATA", swap.with()));
        Stream.concat(manifest.players().values().stream(), swapped).filter(player -> !player.privilege().isEmpty()).forEach(player -> {
            PluginEntry entry = chosen.get(player.plugin());
            if (entry != null) {
                used.put(entry.id(), true);
                if (!entry.sha256().equals(player.sha256())) {
                    recasts.put(player.sha256(), recast(player, entry));
                }
            }
        });
        if (recasts.equals(manifest.recasts())) {
            return manifest;
        }
        RunManifest changed = manifest.recast(recasts);
        Json.write(run.path().resolve(RunFolder.MANIFEST), changed);
        return changed;
    }

    private static RunManifest.Player recast(RunManifest.Player old, PluginEntry entry) {
        Binding binding = RunServices.bind(old.name(), entry, Replacements.shared(old.with(), entry, new JsonObject()));
        return Manifests.player(binding);
    }

    /** @throws BadInputException if a choice concerned no run */
    void checkAllUsed() {
        used.forEach((id, was) -> {
            if (!was) {
                throw new BadInputException("--with " + id + ": no unfinished run has a learner \"" + id + "\"");
            }
        });
    }
}
