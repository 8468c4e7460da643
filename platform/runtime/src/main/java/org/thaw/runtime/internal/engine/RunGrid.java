package org.thaw.runtime.internal.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.thaw.api.Plugin;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.experiment.Case;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.experiment.Imitation;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.internal.configuration.Place;
import org.thaw.runtime.internal.experiment.Specs;

/** The runs of an experiment: for the first seed environments × learners of each case, then for the second seed, and so on. */
final class RunGrid {
    private final Experiment experiment;
    private final Catalog catalog;
    private final List<RunPlan> runs = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private RunGrid(Experiment experiment, Catalog catalog) {
        this.experiment = experiment;
        this.catalog = catalog;
    }

    /** @throws BadInputException if two runs would have the same folder */
    static List<RunPlan> of(Experiment experiment, Catalog catalog) {
        RunGrid grid = new RunGrid(experiment, catalog);
        for (long seed : experiment.seeds()) {
            for (Case each : experiment.cases()) {
                for (Optional<Binding> environment : orNone(each.environments())) {
                    for (Optional<Binding> learner : orNone(each.learners())) {
                        grid.add(each, learner, environment, seed);
                    }
                }
            }
        }
        return grid.runs;
    }

    private static List<Optional<Binding>> orNone(List<Binding> bindings) {
        return bindings.isEmpty() ? List.of(Optional.empty()) : bindings.stream().map(Optional::of).toList();
    }

    private void add(Case of, Optional<Binding> learner, Optional<Binding> environment, long seed) {
        Map<String, Binding> learners = new LinkedHashMap<>();
        Map<String, Binding> environments = new LinkedHashMap<>();
        learner.ifPresent(binding -> learners.put(Role.LEARNER, binding));
        environment.ifPresent(binding -> environments.put(Role.ENVIRONMENT, binding));
        of.roles().forEach((role, binding) -> (binding.plugin().kind() == Plugin.Kind.ENVIRONMENT ? environments : learners).put(role, binding));
        String name = name(learner, environment, seed);
        if (!names.add(name.toLowerCase(Locale.ROOT))) { // some file systems do not tell them apart
            throw new BadInputException("two runs of " + experiment.name() + " would be called " + name + "; give the learners and environments names that differ");
        }
        List<Specs.Part> parts = Stream.of(Stream.of(of.protocol()), learners.values().stream(), environments.values().stream(), of.metrics().stream(),
                        of.twins().imitations().stream().map(Imitation::student)).flatMap(each -> each)
                .flatMap(binding -> Specs.of(binding.configuration(), catalog, new Place(experiment.name(), binding.name())).stream()).toList();
        runs.add(new RunPlan(experiment.name(), name, of.protocol(), learners, environments, of.metrics(), parts, seed, of.lanes(),
                of.twins(), hash(of, learners, environments, parts, seed)));
    }

    private static String name(Optional<Binding> learner, Optional<Binding> environment, long seed) {
        List<String> name = new ArrayList<>();
        learner.ifPresent(binding -> name.add(binding.name()));
        environment.ifPresent(binding -> name.add(binding.name()));
        name.add(Long.toString(seed));
        return String.join("-", name).replaceAll("[^A-Za-z0-9._+-]", "-"); // a name may be a plugin's id, and those are free
    }

    private static String hash(Case of, Map<String, Binding> learners, Map<String, Binding> environments, List<Specs.Part> parts, long seed) {
        JsonObject all = new JsonObject();
        all.add("protocol", identity(of.protocol()));
        learners.forEach((role, binding) -> all.add("learner " + role, identity(binding)));
        environments.forEach((role, binding) -> all.add("environment " + role, identity(binding)));
        JsonArray metrics = new JsonArray();
        of.metrics().forEach(metric -> metrics.add(identity(metric)));
        all.add("metrics", metrics);
        JsonArray named = new JsonArray();
        parts.forEach(part -> named.add(part.reference() + " " + part.entry().sha256()));
        all.add("parts", named);
        all.add("twins", TwinsJson.write(of.twins(), RunGrid::identity));
        all.addProperty("lanes", of.lanes());
        all.addProperty("seed", seed);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Json.COMPACT.toJson(all).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static JsonObject identity(Binding binding) {
        JsonObject json = new JsonObject();
        json.addProperty("plugin", binding.plugin().id());
        json.addProperty("sha256", binding.plugin().sha256());
        json.add("with", binding.json());
        return json;
    }
}
