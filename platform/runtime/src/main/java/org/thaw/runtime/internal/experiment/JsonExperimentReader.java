package org.thaw.runtime.internal.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.thaw.api.Plugin;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.experiment.ExperimentReader;
import org.thaw.runtime.internal.configuration.Nearest;
import org.thaw.runtime.internal.configuration.Place;

/** Reads experiment files against the plugins that are there now. */
@Component
public final class JsonExperimentReader implements ExperimentReader {
    private static final List<String> FIELDS = List.of("name", "protocol", "learner", "learners", "environment", "environments", "roles", "metrics", "seeds",
            "lanes", "twins");

    private final Catalog catalog;
    private final Bindings bindings;

    @Activate
    public JsonExperimentReader(@Reference Catalog catalog) {
        this.catalog = catalog;
        this.bindings = new Bindings(catalog);
    }

    @Override
    public Experiment read(Path file, List<String> overrides) {
        Place place = new Place(file.getFileName().toString(), "");
        JsonObject json = parse(file, place);
        Overrides.apply(json, overrides);
        for (String field : json.keySet()) {
            if (!FIELDS.contains(field)) {
                throw place.field(field).problem("unknown field; " + Nearest.hint(field, FIELDS));
            }
        }
        String name = name(json, file, place);
        json.addProperty("name", name); // the copy in the results must be found under the same name again
        if (!json.has("protocol")) {
            throw place.problem("missing: \"protocol\"; " + Nearest.hint("", catalog.entries(Plugin.Kind.PROTOCOL).stream().map(p -> p.id()).distinct().toList()));
        }
        Binding protocol = bindings.one(Plugin.Kind.PROTOCOL, json.get("protocol"), place.field("protocol"));
        Protocol made = protocol(protocol, place.field("protocol"));
        List<Binding> learners = axis(json, Plugin.Kind.LEARNER, "learner", "learners", place);
        List<Binding> environments = axis(json, Plugin.Kind.ENVIRONMENT, "environment", "environments", place);
        Map<String, Binding> roles = roles(json, made, place);
        Casting.check(made, protocol.plugin().id(), learners, environments, roles, place);
        List<Binding> metrics = metrics(json, made, place);
        return new Experiment(name, protocol, learners, environments, roles, metrics, Grid.seeds(json, place), Grid.lanes(json, place), Grid.twins(json, place), json);
    }

    private static JsonObject parse(Path file, Place place) {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(file + ": no such file; expected an experiment, such as config/experiments/split-mnist.json");
        }
        try {
            JsonReader reader = new JsonReader(new StringReader(Files.readString(file)));
            reader.setStrictness(Strictness.LEGACY_STRICT);
            JsonElement parsed = JsonParser.parseReader(reader);
            if (reader.peek() != com.google.gson.stream.JsonToken.END_DOCUMENT) {
                throw place.problem("something follows the end of the JSON object");
            }
            if (!parsed.isJsonObject()) {
                throw place.problem("expected a JSON object");
            }
            return parsed.getAsJsonObject();
        } catch (JsonParseException | IOException e) {
            String said = String.valueOf(e.getMessage()).replaceFirst("^[\\w.]*Exception: ", "").replaceAll("\\s*See https\\S*", "").replaceAll("Use JsonReader\\.\\S+ to accept m", "M");
            throw new BadInputException(place.problem("not JSON: " + said).getMessage(), e);
        }
    }

    private static String name(JsonObject json, Path file, Place place) {
        String byFile = file.getFileName().toString().replaceFirst("\\.json$", "");
        JsonElement given = json.get("name");
        String name = given == null ? byFile : given.isJsonPrimitive() ? given.getAsString() : "";
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._+-]*")) {
            throw place.field("name").problem("\"" + name + "\" cannot be a folder's name; expected letters, digits and . _ + -");
        }
        return name;
    }

    @SuppressWarnings("unchecked")
    private static Protocol protocol(Binding binding, Place place) {
        try {
            return ((ProtocolFactory<Record>) binding.plugin().factory()).create(binding.configuration());
        } catch (IllegalArgumentException e) {
            throw place.problem(String.valueOf(e.getMessage()));
        }
    }

    private List<Binding> axis(JsonObject json, Plugin.Kind kind, String one, String several, Place place) {
        if (json.has(one) && json.has(several)) {
            throw place.field(one).problem("given together with \"" + several + "\"; expected one of the two");
        }
        if (json.has(one)) {
            return List.of(bindings.one(kind, json.get(one), place.field(one)));
        }
        return json.has(several) ? bindings.several(kind, json.get(several), place.field(several)) : List.of();
    }

    private Map<String, Binding> roles(JsonObject json, Protocol protocol, Place place) {
        Map<String, Binding> roles = new LinkedHashMap<>();
        JsonElement given = json.get("roles");
        if (given == null) {
            return roles;
        }
        Place here = place.field("roles");
        if (!given.isJsonObject()) {
            throw here.problem("expected an object with a plugin for each role");
        }
        List<String> names = protocol.roles().stream().map(Role::name).toList();
        for (Map.Entry<String, JsonElement> each : given.getAsJsonObject().entrySet()) {
            Role role = protocol.roles().stream().filter(r -> r.name().equals(each.getKey())).findFirst()
                    .orElseThrow(() -> here.field(each.getKey()).problem("the protocol has no such role; " + Nearest.hint(each.getKey(), names)));
            roles.put(role.name(), bindings.one(role.isEnvironment() ? Plugin.Kind.ENVIRONMENT : Plugin.Kind.LEARNER, each.getValue(), here.field(role.name())));
        }
        return roles;
    }

    private List<Binding> metrics(JsonObject json, Protocol protocol, Place place) {
        if (json.has("metrics")) {
            return bindings.several(Plugin.Kind.METRIC, json.get("metrics"), place.field("metrics"));
        }
        List<Binding> metrics = new ArrayList<>();
        for (String id : protocol.metrics()) {
            metrics.add(bindings.one(Plugin.Kind.METRIC, new com.google.gson.JsonPrimitive(id), place.field("metrics")));
        }
        return metrics;
    }
}
