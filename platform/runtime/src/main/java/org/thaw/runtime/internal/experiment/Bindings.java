package org.thaw.runtime.internal.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.configuration.Configurations;
import org.thaw.runtime.internal.configuration.Place;

/**
 * Reads plugins with their configuration. One plugin is {@code "id"} or {@code {"plugin": "id", hyperparameters …}}; several are a list of
 * such, or an object of such by name in which a missing {@code plugin} means that the name is the id. Metrics and summaries may be none at all.
 */
final class Bindings {
    private static final String PLUGIN = "plugin";
    private final Catalog catalog;

    Bindings(Catalog catalog) {
        this.catalog = catalog;
    }

    Placed one(Plugin.Kind kind, JsonElement json, Place place) {
        if (json instanceof JsonObject object && !object.has(PLUGIN)) {
            throw place.problem("expected a plugin's id, or an object with the field \"plugin\"");
        }
        boolean bare = !(json instanceof JsonObject);
        String reference = bare ? text(json, place) : text(json.getAsJsonObject().get(PLUGIN), place.field(PLUGIN));
        return bind(kind, reference.replaceFirst("@.*", ""), reference, bare ? place : place.field(PLUGIN), json, place);
    }

    List<Placed> several(Plugin.Kind kind, JsonElement json, Place place) {
        List<Placed> bindings = new ArrayList<>();
        if (json.isJsonArray()) {
            for (JsonElement each : json.getAsJsonArray()) {
                bindings.add(one(kind, each, place.element(bindings.size())));
                refuseTwice(bindings);
            }
        } else if (json.isJsonObject()) {
            for (Map.Entry<String, JsonElement> each : json.getAsJsonObject().entrySet()) {
                bindings.add(named(kind, each.getKey(), each.getValue(), place.field(each.getKey())));
            }
        } else {
            bindings.add(one(kind, json, place));
        }
        if (bindings.isEmpty() && (kind == Plugin.Kind.LEARNER || kind == Plugin.Kind.ENVIRONMENT)) {
            throw place.problem("expected at least one");
        }
        return bindings;
    }

    private static void refuseTwice(List<Placed> bindings) {
        Placed last = bindings.get(bindings.size() - 1);
        String name = last.binding().name();
        if (bindings.stream().filter(each -> each.binding().name().equals(name)).count() > 1) {
            throw last.place().problem("\"" + name + "\" occurs twice; give each a name of its own: {\"" + name + "-a\": {\"plugin\": \"" + name + "\", …}, …}");
        }
    }

    private Placed named(Plugin.Kind kind, String name, JsonElement json, Place place) {
        Names.check(name, place);
        if (json instanceof JsonObject object && !object.has(PLUGIN)) {
            return bind(kind, name, name, place, json, place);
        }
        Binding one = one(kind, json, place).binding();
        return new Placed(new Binding(name, one.plugin(), one.configuration(), one.json()), place);
    }

    private Placed bind(Plugin.Kind kind, String name, String reference, Place of, JsonElement json, Place place) {
        PluginEntry entry;
        try {
            entry = catalog.find(kind, reference);
        } catch (UnknownPluginException e) {
            throw of.problem(e.getMessage());
        }
        JsonObject with = json instanceof JsonObject object ? object.deepCopy() : new JsonObject();
        with.remove(PLUGIN);
        Record configuration = Configurations.read(with, entry.configuration(), place);
        Specs.of(configuration, catalog, place);
        return new Placed(new Binding(name, entry, configuration, Configurations.write(configuration)), place);
    }

    /** @throws org.thaw.runtime.experiment.BadInputException if it is none, or blank */
    static String text(JsonElement json, Place place) {
        if (json instanceof JsonPrimitive p && p.isString() && !p.getAsString().isBlank()) {
            return p.getAsString();
        }
        throw place.problem("expected a plugin's id as text, got " + json);
    }
}
