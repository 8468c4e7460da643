package org.thaw.runtime.internal.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.folder.ExperimentCase;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.internal.configuration.Nearest;
import org.thaw.runtime.internal.configuration.Place;

/** Which metrics and summaries to read off runs that are done: those asked for, and the summaries that the experiment's file names. */
public final class Readings {
    private static final Place ASKED = new Place("--metrics", "");
    private final Catalog catalog;
    private final Bindings bindings;

    /** With the plugins that are there now. */
    public Readings(Catalog catalog) {
        this.catalog = catalog;
        this.bindings = new Bindings(catalog);
    }

    /** Those asked for. @throws BadInputException if one is not there, or its configuration is wrong */
    public List<Reading> of(List<String> asked) {
        return asked.stream().map(each -> Reading.ofAll(asked(each.strip()))).toList();
    }

    /**
     * Those that the file in an experiment's folder names: a case's own see its runs, those of the file the runs of all cases that have none of their own, together.
     *
     * @param problems takes a sentence for each list of which one is not there any more, or its configuration is wrong; nothing of that list is then read
     * @throws BadInputException if the file cannot be read
     */
    public List<Reading> named(Path experiment, Consumer<String> problems) {
        Path file = experiment.resolve(ExperimentFolder.EXPERIMENT);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        Place place = new Place(file.getFileName().toString(), "");
        JsonObject json = JsonText.object(JsonExperimentReader.text(file), place);
        if (!json.has(ExperimentCase.CASES)) {
            return bound(json, place, List.of(), Set.of(), problems);
        }
        List<ExperimentCase> cases = ExperimentCase.of(json);
        List<ExperimentCase> others = cases.stream().filter(each -> !each.summarised()).toList();
        List<Reading> readings = new ArrayList<>(others.isEmpty() ? List.of() : bound(json, place, others, Set.of(), problems));
        cases.stream().filter(ExperimentCase::summarised)
                .forEach(each -> readings.addAll(bound(each.own(), place.field(ExperimentCase.CASES).field(each.name()), List.of(each), shared(each, cases), problems)));
        return readings;
    }

    private List<Reading> bound(JsonObject json, Place place, List<ExperimentCase> of, Set<String> shared, Consumer<String> problems) {
        if (!json.has(ExperimentCase.SUMMARIES)) {
            return List.of();
        }
        try {
            return bindings.several(Plugin.Kind.SUMMARY, json.get(ExperimentCase.SUMMARIES), place.field(ExperimentCase.SUMMARIES)).stream()
                    .map(placed -> new Reading(placed.binding(), of, shared)).toList();
        } catch (BadInputException e) {
            problems.accept(e.getMessage());
            return List.of();
        }
    }

    private static Set<String> shared(ExperimentCase one, List<ExperimentCase> all) {
        return one.learners().stream().filter(learner -> all.stream().anyMatch(other -> !other.name().equals(one.name()) && other.learners().contains(learner))).collect(Collectors.toSet());
    }

    private Binding asked(String text) {
        JsonElement json = text.startsWith("{") ? JsonText.object(text, ASKED) : new JsonPrimitive(text);
        return bindings.one(kind(json), json, ASKED).binding();
    }

    /** What is no plugin's id at all is taken for a metric: whoever binds it says what is wrong with it. */
    private Plugin.Kind kind(JsonElement json) {
        JsonElement reference = json instanceof JsonObject object ? object.get("plugin") : json;
        if (!(reference instanceof JsonPrimitive text) || text.getAsString().isBlank()) {
            return Plugin.Kind.METRIC;
        }
        String id = text.getAsString().replaceFirst("@.*", "");
        List<String> metrics = ids(Plugin.Kind.METRIC);
        List<String> summaries = ids(Plugin.Kind.SUMMARY);
        if (summaries.contains(id)) {
            return Plugin.Kind.SUMMARY;
        }
        if (text.isString() && !metrics.contains(id)) {
            throw ASKED.problem("unknown metric or summary \"" + id + "\"; " + Nearest.hint(id, Stream.concat(metrics.stream(), summaries.stream()).distinct().toList()));
        }
        return Plugin.Kind.METRIC;
    }

    private List<String> ids(Plugin.Kind kind) {
        return catalog.entries(kind).stream().map(PluginEntry::id).distinct().toList();
    }
}
