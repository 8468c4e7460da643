package org.thaw.runtime.internal.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.thaw.api.Plugin;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.experiment.Case;
import org.thaw.runtime.folder.ExperimentCase;
import org.thaw.runtime.internal.configuration.Nearest;
import org.thaw.runtime.internal.configuration.Place;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.fault.RunException;

/** Reads one case of an experiment: the protocol, and who plays its roles. */
final class CaseReader {
    private final Catalog catalog;
    private final Bindings bindings;

    CaseReader(Catalog catalog) {
        this.catalog = catalog;
        this.bindings = new Bindings(catalog);
    }

    /** @param place of its fields, for errors */
    Case read(ExperimentCase given, Place place) {
        JsonObject json = given.fields();
        Place here = place.field("protocol");
        if (!json.has("protocol")) {
            throw here.problem("missing: expected a protocol's id; there are: "
                    + String.join(", ", catalog.entries(Plugin.Kind.PROTOCOL).stream().map(PluginEntry::id).distinct().toList()));
        }
        Binding protocol = bindings.one(Plugin.Kind.PROTOCOL, json.get("protocol"), here).binding();
        Protocol made = protocol(protocol, here);
        List<Role> roles = asked(protocol, here, "roles", made::roles);
        List<Placed> learners = axis(json, Plugin.Kind.LEARNER, "learner", "learners", place);
        List<Placed> environments = axis(json, Plugin.Kind.ENVIRONMENT, "environment", "environments", place);
        Map<String, Placed> others = others(json, roles, place);
        Casting.check(roles, protocol.plugin().id(), learners, environments, others, place);
        if (json.has(ExperimentCase.SUMMARIES)) {
            bindings.several(Plugin.Kind.SUMMARY, json.get(ExperimentCase.SUMMARIES), place.field(ExperimentCase.SUMMARIES));
        }
        List<Placed> metrics = metrics(json, () -> asked(protocol, here, "metrics", made::metrics), place);
        Map<String, Binding> cast = new LinkedHashMap<>();
        others.forEach((role, placed) -> cast.put(role, placed.binding()));
        return new Case(given.name(), protocol, plain(learners), plain(environments), cast, plain(metrics), Grid.lanes(json, place, roles),
                new TwinsReader(bindings, learners).read(json, place));
    }

    @SuppressWarnings("unchecked")
    private static Protocol protocol(Binding binding, Place place) {
        return asked(binding, place, "create", () -> ((ProtocolFactory<Record>) binding.plugin().factory()).create(binding.configuration()));
    }

    private static <T> T asked(Binding plugin, Place place, String call, Supplier<T> question) {
        try {
            return new Guard(plugin.plugin().label()).get(call, question);
        } catch (RunException e) {
            throw new BadInputException(place.problem(e.getMessage()).getMessage(), e);
        }
    }

    private List<Placed> axis(JsonObject json, Plugin.Kind kind, String one, String several, Place place) {
        if (json.has(one) && json.has(several)) {
            throw place.field(one).problem("given together with \"" + several + "\"; expected one of the two");
        }
        if (json.has(one)) {
            return List.of(bindings.one(kind, json.get(one), place.field(one)));
        }
        return json.has(several) ? bindings.several(kind, json.get(several), place.field(several)) : List.of();
    }

    private Map<String, Placed> others(JsonObject json, List<Role> roles, Place place) {
        Map<String, Placed> others = new LinkedHashMap<>();
        JsonElement given = json.get("roles");
        if (given == null) {
            return others;
        }
        Place here = place.field("roles");
        if (!given.isJsonObject()) {
            throw here.problem("expected an object with a plugin for each role");
        }
        for (Map.Entry<String, JsonElement> each : given.getAsJsonObject().entrySet()) {
            String name = each.getKey();
            if (name.equals(Role.LEARNER) || name.equals(Role.ENVIRONMENT)) {
                throw here.field(name).problem("expected \"" + name + "\" at the top of the file, not among the other roles");
            }
            List<String> names = roles.stream().map(Role::name).toList();
            Role role = roles.stream().filter(r -> r.name().equals(name)).findFirst()
                    .orElseThrow(() -> here.field(name).problem("the protocol has no such role; " + Nearest.hint(name, names)));
            others.put(name, bindings.one(role.isEnvironment() ? Plugin.Kind.ENVIRONMENT : Plugin.Kind.LEARNER, each.getValue(), here.field(name)));
        }
        return others;
    }

    private List<Placed> metrics(JsonObject json, Supplier<List<String>> usual, Place place) {
        Place here = place.field("metrics");
        if (json.has("metrics")) {
            return bindings.several(Plugin.Kind.METRIC, json.get("metrics"), here);
        }
        List<Placed> metrics = new ArrayList<>();
        for (String id : usual.get()) {
            metrics.add(bindings.one(Plugin.Kind.METRIC, new JsonPrimitive(id), here));
        }
        return metrics;
    }

    private static List<Binding> plain(List<Placed> placed) {
        return placed.stream().map(Placed::binding).toList();
    }
}
