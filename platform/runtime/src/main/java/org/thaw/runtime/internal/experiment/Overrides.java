package org.thaw.runtime.internal.experiment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.internal.configuration.Configurations;

/** Puts {@code path=value} pairs of a command line into an experiment's JSON, before it is validated. */
final class Overrides {
    private Overrides() {
    }

    static void apply(JsonObject experiment, List<String> overrides) {
        for (String override : overrides) {
            int equals = override.indexOf('=');
            if (equals < 1) {
                throw new BadInputException("\"" + override + "\": expected path=value, such as seeds=3 or learners.replay.capacity=500");
            }
            set(experiment, List.of(override.substring(0, equals).split("\\.", -1)), Configurations.parse(override.substring(equals + 1)), override);
        }
    }

    private static void set(JsonObject experiment, List<String> path, JsonElement value, String override) {
        JsonObject object = experiment;
        for (int i = 0; i < path.size(); i++) {
            String name = path.get(i);
            if (name.isEmpty()) {
                throw new BadInputException("\"" + override + "\": the path has an empty part");
            }
            if (i == path.size() - 1) {
                object.add(name, value);
                return;
            }
            object = child(object, name);
        }
    }

    /** The object below a name: a plugin named by its id alone, or in a list, becomes an object that fields can be added to. */
    private static JsonObject child(JsonObject parent, String name) {
        JsonElement there = parent.get(name);
        if (there instanceof JsonArray names && names.asList().stream().allMatch(Overrides::isText)) {
            JsonObject byName = new JsonObject();
            names.forEach(each -> byName.add(each.getAsString(), new JsonObject()));
            there = byName;
        } else if (there != null && isText(there)) {
            JsonObject plugin = new JsonObject();
            plugin.add("plugin", there);
            there = plugin;
        } else if (there == null || !there.isJsonObject()) {
            there = new JsonObject();
        }
        parent.add(name, there);
        return there.getAsJsonObject();
    }

    private static boolean isText(JsonElement json) {
        return json instanceof JsonPrimitive p && p.isString();
    }
}
