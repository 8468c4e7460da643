package org.thaw.runtime.internal.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Case;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.experiment.ExperimentReader;
import org.thaw.runtime.folder.ExperimentCase;
import org.thaw.runtime.internal.configuration.Nearest;
import org.thaw.runtime.internal.configuration.Place;
import org.thaw.runtime.internal.fault.Reasons;

/** Reads experiment files against the plugins that are there now. */
@Component
public final class JsonExperimentReader implements ExperimentReader {
    private static final List<String> FIELDS = List.of("name", "protocol", "learner", "learners", "environment", "environments", "roles", "metrics", "seeds",
            "lanes", "twins", ExperimentCase.SUMMARIES, ExperimentCase.CASES);
    /** Those that hold for the whole file, whatever its cases. */
    static final List<String> COMMON = List.of("name", "seeds", ExperimentCase.CASES);
    private final CaseReader reader;

    @Activate
    public JsonExperimentReader(@Reference Catalog catalog) {
        this.reader = new CaseReader(catalog);
    }

    @Override
    public Experiment read(Path file, List<String> overrides) {
        String text = text(file);
        Place place = new Place(file.getFileName().toString(), "");
        JsonObject json = JsonText.object(text, place);
        UnusedFields unused = UnusedFields.of(json);
        Overrides.apply(json, overrides);
        refuseOthers(json, FIELDS, place);
        String name = name(json, file, place);
        json.addProperty("name", name); // the copy among the results is found under the same name again
        checkCases(json.get(ExperimentCase.CASES), place.field(ExperimentCase.CASES));
        List<ExperimentCase> given = ExperimentCase.of(json);
        List<Case> cases = given.stream().map(each -> reader.read(each, each.name().isEmpty() ? place : place.field(ExperimentCase.CASES).field(each.name()))).toList();
        if (cases.isEmpty()) {
            throw place.field(ExperimentCase.CASES).problem("expected at least one case");
        }
        Namesakes.refuse(cases, given, place.field(ExperimentCase.CASES));
        unused.settle(json, place);
        return new Experiment(name, cases, Grid.seeds(json, place), json);
    }

    private static void checkCases(JsonElement given, Place place) {
        if (given == null) {
            return;
        }
        if (!given.isJsonObject()) {
            throw place.problem("expected an object: each case by its name, with the fields in which it differs; got " + given);
        }
        List<String> fields = FIELDS.stream().filter(field -> !COMMON.contains(field)).toList();
        for (Map.Entry<String, JsonElement> each : given.getAsJsonObject().entrySet()) {
            Place here = place.field(each.getKey());
            Names.check(each.getKey(), here);
            if (each.getValue().isJsonNull()) {
                continue; // left out
            }
            if (!each.getValue().isJsonObject()) {
                throw here.problem("expected an object with the fields in which the case differs, or null to leave it out; got " + each.getValue());
            }
            for (String field : COMMON) {
                if (each.getValue().getAsJsonObject().has(field)) {
                    throw here.field(field).problem("expected \"" + field + "\" at the top of the file: it is the same in all cases");
                }
            }
            refuseOthers(each.getValue().getAsJsonObject(), fields, here);
        }
    }

    private static void refuseOthers(JsonObject json, List<String> fields, Place place) {
        for (String field : json.keySet()) {
            if (!fields.contains(field)) {
                throw place.field(field).problem("unknown field; " + Nearest.hint(field, fields));
            }
        }
    }

    /** @throws BadInputException if there is no such file */
    static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(file + ": " + (Files.isDirectory(file) ? "a folder" : "no such file") + "; expected an experiment, such as config/experiments/split-mnist.json");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read: " + Reasons.of(e), e);
        }
    }

    private static String name(JsonObject json, Path file, Place place) {
        JsonElement given = json.get("name");
        if (given != null && !given.isJsonPrimitive()) {
            throw place.field("name").problem("expected text, got " + given);
        }
        String name = given == null ? file.getFileName().toString().replaceFirst("\\.json$", "") : given.getAsString();
        Names.check(name, place.field("name"));
        return name;
    }
}
