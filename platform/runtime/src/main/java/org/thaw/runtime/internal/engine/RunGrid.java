package org.thaw.runtime.internal.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.experiment.Twins;
import org.thaw.runtime.folder.Json;

/** The runs of an experiment: environments × learners for the first seed, then for the second, and so on. */
final class RunGrid {
    private RunGrid() {
    }

    static List<RunPlan> of(Experiment experiment) {
        List<RunPlan> runs = new ArrayList<>();
        for (long seed : experiment.seeds()) {
            for (Binding environment : orNone(experiment.environments())) {
                for (Binding learner : orNone(experiment.learners())) {
                    runs.add(plan(experiment, learner, environment, seed));
                }
            }
        }
        return runs;
    }

    private static List<Binding> orNone(List<Binding> bindings) {
        List<Binding> list = new ArrayList<>(bindings);
        if (list.isEmpty()) {
            list.add(null);
        }
        return list;
    }

    private static RunPlan plan(Experiment experiment, Binding learner, Binding environment, long seed) {
        Map<String, Binding> learners = new LinkedHashMap<>();
        Map<String, Binding> environments = new LinkedHashMap<>();
        List<String> name = new ArrayList<>();
        if (learner != null) {
            learners.put("learner", learner);
            name.add(learner.name());
        }
        if (environment != null) {
            environments.put("environment", environment);
            name.add(environment.name());
        }
        experiment.roles().forEach((role, binding) ->
                (binding.plugin().kind() == org.thaw.api.Plugin.Kind.ENVIRONMENT ? environments : learners).put(role, binding));
        name.add(Long.toString(seed));
        String hash = hash(experiment, learners, environments, seed);
        return new RunPlan(experiment.name(), String.join("-", name), experiment.protocol(), learners, environments, experiment.metrics(), seed, experiment.lanes(),
                experiment.twins(), hash);
    }

    private static String hash(Experiment experiment, Map<String, Binding> learners, Map<String, Binding> environments, long seed) {
        JsonObject all = new JsonObject();
        all.add("protocol", identity(experiment.protocol()));
        learners.forEach((role, binding) -> all.add("learner " + role, identity(binding)));
        environments.forEach((role, binding) -> all.add("environment " + role, identity(binding)));
        JsonArray metrics = new JsonArray();
        experiment.metrics().forEach(metric -> metrics.add(identity(metric)));
        all.add("metrics", metrics);
        all.add("twins", twins(experiment.twins()));
        all.addProperty("lanes", experiment.lanes());
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

    static JsonObject twins(Twins twins) {
        return Json.COMPACT.toJsonTree(twins).getAsJsonObject();
    }
}
