package org.thaw.runtime.folder;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A case of an experiment, as the experiment's file describes it. A file without cases is a single one without a name. Nothing is checked here: what is no
 * object is no case.
 *
 * @param name   empty if the file has no cases
 * @param own    the fields that the case gives itself; all of the file if that has no cases
 * @param fields all that hold in the case: the file's, with its own in their place
 */
public record ExperimentCase(String name, JsonObject own, JsonObject fields) {
    /** The field of cases. */
    public static final String CASES = "cases";
    /** The field of summaries. */
    public static final String SUMMARIES = "summaries";
    /** Pairs of fields that say the same; a file, and a case, has one of them. */
    public static final Map<String, String> EITHER = Map.of("learner", "learners", "learners", "learner", "environment", "environments", "environments", "environment");
    private static final String PROTOCOL = "protocol";
    private static final String PLUGIN = "plugin";

    /** The cases of a file, in its order. */
    public static List<ExperimentCase> of(JsonObject file) {
        if (!file.has(CASES)) {
            return List.of(new ExperimentCase("", file, file));
        }
        List<ExperimentCase> cases = new ArrayList<>();
        if (file.get(CASES) instanceof JsonObject all) {
            all.entrySet().forEach(each -> {
                if (each.getValue() instanceof JsonObject own) {
                    cases.add(new ExperimentCase(each.getKey(), own, over(file, own)));
                }
            });
        }
        return cases;
    }

    private static JsonObject over(JsonObject file, JsonObject own) {
        JsonObject all = file.deepCopy();
        all.remove(CASES);
        own.entrySet().forEach(each -> {
            String field = each.getKey();
            if (!own.has(EITHER.getOrDefault(field, field))) {
                all.remove(EITHER.get(field));
            }
            all.add(field, field.equals(PROTOCOL) ? protocol(all.get(PROTOCOL), each.getValue()) : each.getValue());
        });
        return all;
    }

    /** Field by field, unless it is another one: to that the fields of the file's would mean nothing. */
    private static JsonElement protocol(JsonElement file, JsonElement own) {
        String named = id(own);
        if (file == null || named.isEmpty() && !own.isJsonObject() || !named.isEmpty() && !id(file).isEmpty() && !named.equals(id(file))) {
            return own;
        }
        JsonObject all = plugin(file).deepCopy();
        plugin(own).entrySet().forEach(each -> all.add(each.getKey(), each.getValue()));
        return all;
    }

    /** An id alone as an object, too. */
    private static JsonObject plugin(JsonElement given) {
        if (given instanceof JsonObject object) {
            return object;
        }
        JsonObject plugin = new JsonObject();
        plugin.add(PLUGIN, given);
        return plugin;
    }

    /** Whether it has summaries of its own, which see no other runs than its own. */
    public boolean summarised() {
        return own.has(SUMMARIES);
    }

    /** The names of who plays the role {@code learner}, one after another; none if nobody does. */
    public List<String> learners() {
        return names("learner", "learners");
    }

    /** The names of what plays the role {@code environment}. */
    public List<String> environments() {
        return names("environment", "environments");
    }

    /** Whether a run is one of its own: no two cases have the same learner in the same environment, or their runs would be called the same. */
    public boolean has(RunManifest run) {
        return plays(learners(), run.players().get("learner")) && plays(environments(), run.players().get("environment"));
    }

    private static boolean plays(List<String> names, RunManifest.Player player) {
        return player == null ? names.isEmpty() : names.contains(player.name());
    }

    /** The names on an axis: {@code "ewc"}, {@code {"plugin": "ewc", …}}, a list of these, or an object of named ones. */
    private List<String> names(String one, String several) {
        Set<String> names = new LinkedHashSet<>();
        JsonElement given = fields.has(several) ? fields.get(several) : fields.get(one);
        if (given instanceof JsonArray list) {
            list.forEach(each -> names.add(id(each)));
        } else if (given instanceof JsonObject object && fields.has(several)) {
            names.addAll(object.keySet());
        } else if (given != null) {
            names.add(id(given));
        }
        return List.copyOf(names);
    }

    /** A plugin's id; empty if there is none. */
    private static String id(JsonElement element) {
        JsonElement id = element instanceof JsonObject object ? object.get(PLUGIN) : element;
        return id != null && id.isJsonPrimitive() ? id.getAsString().replaceFirst("@.*", "") : "";
    }
}
