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
 * ids, or an object of such by name in which a missing {@code plugin} means that the name is the id.
 */
final class Bindings {
    private static final String PLUGIN = "plugin";
    private final Catalog catalog;

    Bindings(Catalog catalog) {
        this.catalog = catalog;
    }

    Binding one(Plugin.Kind kind, JsonElement json, Place place) {
        String id = json instanceof JsonObject object && object.has(PLUGIN) ? text(object.get(PLUGIN), place.field(PLUGIN)) : json.isJsonObject() ? "" : text(json, place);
        if (id.isEmpty()) {
            throw place.problem("expected a plugin's id, or an object with the field \"plugin\"");
        }
        return bind(kind, plain(id), id, json, place);
    }

    List<Binding> several(Plugin.Kind kind, JsonElement json, Place place) {
        List<Binding> bindings = new ArrayList<>();
        if (json.isJsonArray()) {
            for (JsonElement each : json.getAsJsonArray()) {
                bindings.add(one(kind, each, place.element(bindings.size())));
            }
        } else if (json.isJsonObject()) {
            for (Map.Entry<String, JsonElement> each : json.getAsJsonObject().entrySet()) {
                bindings.add(named(kind, each.getKey(), each.getValue(), place.field(each.getKey())));
            }
        } else {
            bindings.add(one(kind, json, place));
        }
        for (int i = 0; i < bindings.size(); i++) {
            String name = bindings.get(i).name();
            if (bindings.subList(0, i).stream().anyMatch(other -> other.name().equals(name))) {
                throw place.problem("\"" + name + "\" occurs twice; give each a name of its own: {\"" + name + "-a\": {\"plugin\": \"" + name + "\", …}, …}");
            }
        }
        if (bindings.isEmpty()) {
            throw place.problem("expected at least one");
        }
        return bindings;
    }

    private Binding named(Plugin.Kind kind, String name, JsonElement json, Place place) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._+-]*")) {
            throw place.problem("\"" + name + "\" cannot be a folder's name; expected letters, digits and . _ + -");
        }
        if (json instanceof JsonObject object && !object.has(PLUGIN)) {
            return bind(kind, name, name, json, place);
        }
        Binding one = one(kind, json, place);
        return new Binding(name, one.plugin(), one.configuration(), one.json());
    }

    private Binding bind(Plugin.Kind kind, String name, String reference, JsonElement json, Place place) {
        PluginEntry entry;
        try {
            entry = catalog.find(kind, reference);
        } catch (UnknownPluginException e) {
            throw place.problem(e.getMessage());
        }
        JsonObject with = json instanceof JsonObject object ? object.deepCopy() : new JsonObject();
        with.remove(PLUGIN);
        Record configuration = Configurations.read(with, entry.configuration(), place);
        return new Binding(name, entry, configuration, Configurations.write(configuration));
    }

    private static String plain(String reference) {
        int at = reference.indexOf('@');
        return at < 0 ? reference : reference.substring(0, at);
    }

    private static String text(JsonElement json, Place place) {
        if (json instanceof JsonPrimitive p && p.isString() && !p.getAsString().isBlank()) {
            return p.getAsString();
        }
        throw place.problem("expected a plugin's id as text, got " + json);
    }
}
