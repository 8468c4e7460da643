package org.thaw.runtime.internal.experiment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Comparator;
import java.util.List;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.ExperimentCase;
import org.thaw.runtime.internal.configuration.Configurations;
import org.thaw.runtime.internal.configuration.Nearest;

/**
 * Puts {@code path=value} pairs of a command line into an experiment's JSON, before it is validated. Those with shorter paths go first, whatever
 * their order: {@code learners=[ewc]} does not undo {@code learners.ewc.lambda=10}. Those that name a case go last.
 */
final class Overrides {
    private static final String PLUGIN = "plugin";
    private static final List<String> COLLECTIONS = List.of("learners", "environments", "metrics");

    private final JsonObject experiment;
    private final String override;
    private final List<String> path;
    private final String where;

    private Overrides(String override, OverrideTargets.Target target) {
        this.experiment = target.object();
        this.override = override;
        this.path = target.path();
        this.where = target.where();
    }

    static void apply(JsonObject experiment, List<String> overrides) {
        for (String override : overrides.stream().sorted(Comparator.comparingInt(Overrides::turn).thenComparingInt(Overrides::depth)).toList()) {
            int equals = override.indexOf('=');
            if (equals < 1) {
                throw new BadInputException("\"" + override + "\": expected path=value, such as seeds=3 or learners.replay.capacity=500");
            }
            List<String> path = List.of(override.substring(0, equals).split("\\.", -1));
            if (path.contains("")) {
                throw new BadInputException("\"" + override + "\": the path has an empty part");
            }
            JsonElement value = Configurations.parse(override.substring(equals + 1));
            new OverrideTargets(experiment, override).of(path).forEach(target -> new Overrides(override, target).set(value.deepCopy()));
        }
    }

    /** What cases there are, then what holds in all of them, then what holds in one. */
    private static int turn(String override) {
        return override.startsWith(ExperimentCase.CASES + "=") ? 0 : override.startsWith(ExperimentCase.CASES + ".") ? 2 : 1;
    }

    private static int depth(String override) {
        return (int) override.chars().takeWhile(c -> c != '=').filter(c -> c == '.').count();
    }

    private void set(JsonElement value) {
        settle(ExperimentCase.EITHER.getOrDefault(path.get(0), ""));
        JsonObject object = experiment;
        for (int i = 0; i < path.size() - 1; i++) {
            object = child(object, i);
        }
        object.add(path.get(path.size() - 1), value);
    }

    /** {@code learner=ewc} takes the place of the file's learners; {@code learner.rate=1} cannot say which of them it means. */
    private void settle(String other) {
        String name = path.get(0);
        if (experiment.has(name) || !experiment.has(other)) {
            return;
        }
        if (path.size() == 1) {
            experiment.remove(other);
            return;
        }
        String right = where + (name.endsWith("s") ? other + "." + path.get(path.size() - 1) : other + ".<name>." + path.get(path.size() - 1));
        throw problem((where.isEmpty() ? "this experiment has" : "this case has") + " \"" + other + "\", not \"" + name + "\"; expected " + right + "=…");
    }

    /** The object at a part of the path: a plugin named by its id alone, or in a list, becomes an object that fields can be added to. */
    private JsonObject child(JsonObject parent, int depth) {
        String name = path.get(depth);
        JsonElement there = parent.get(name);
        boolean collection = depth == 0 && COLLECTIONS.contains(name);
        JsonObject object;
        if (there == null || there.isJsonNull()) {
            object = new JsonObject();
        } else if (there instanceof JsonObject fields) {
            object = fields;
        } else if (isText(there)) {
            object = collection ? byName(List.of(there)) : plugin(there);
        } else if (collection && there instanceof JsonArray list) {
            object = byName(list.asList());
        } else {
            throw problem(name + " is " + there + ", which has no fields; expected " + where + String.join(".", path.subList(0, depth + 1)) + "=…");
        }
        if (collection && there != null && path.size() > 2 && !object.has(path.get(1)) && !path.get(2).equals(PLUGIN)) {
            throw problem("no \"" + path.get(1) + "\" among the " + where + name + "; " + Nearest.hint(path.get(1), object.keySet()));
        }
        parent.add(name, object);
        return object;
    }

    private JsonObject byName(List<JsonElement> plugins) {
        JsonObject byName = new JsonObject();
        for (JsonElement each : plugins) {
            JsonElement id = each instanceof JsonObject object ? object.get(PLUGIN) : each;
            if (id == null || !isText(id)) {
                throw problem(each + " has no name; give the whole list instead: " + where + path.get(0) + "=[…]");
            }
            String name = id.getAsString().replaceFirst("@.*", "");
            if (byName.has(name)) {
                throw problem("\"" + name + "\" occurs twice; give each a name of its own in the file");
            }
            byName.add(name, each instanceof JsonObject ? each : plugin(each));
        }
        return byName;
    }

    private static JsonObject plugin(JsonElement id) {
        JsonObject plugin = new JsonObject();
        plugin.add(PLUGIN, id);
        return plugin;
    }

    private BadInputException problem(String sentence) {
        return new BadInputException("\"" + override + "\": " + sentence);
    }

    private static boolean isText(JsonElement json) {
        return json instanceof JsonPrimitive p && p.isString();
    }
}
