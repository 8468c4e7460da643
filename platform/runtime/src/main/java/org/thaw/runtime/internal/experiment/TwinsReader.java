package org.thaw.runtime.internal.experiment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Plugin;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Student;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.experiment.Imitation;
import org.thaw.runtime.experiment.Twins;
import org.thaw.runtime.internal.configuration.Nearest;
import org.thaw.runtime.internal.configuration.Place;

/**
 * Reads which control arms learners get: {@code {"frozen": "tasks"}} for a frozen twin at each task boundary, {@code {"frozen": [1000, 5000]}} for given steps;
 * {@code {"imitation": {"at": 5000, "learner": "behaviour-cloning", "updates": 2000}}} for frozen imitators, or a list of such.
 */
final class TwinsReader {
    private static final String FROZEN = "frozen";
    private static final String IMITATION = "imitation";
    private static final List<String> KINDS = List.of(FROZEN, IMITATION);
    private static final List<String> FIELDS = List.of("name", "at", "learner", "updates", "from");

    private final Bindings bindings;
    private final List<Placed> learners;

    /** @param learners who plays the role {@code learner} */
    TwinsReader(Bindings bindings, List<Placed> learners) {
        this.bindings = bindings;
        this.learners = learners;
    }

    Twins read(JsonObject json, Place at) {
        JsonElement given = json.get("twins");
        Place place = at.field("twins");
        if (given == null || given.isJsonNull()) {
            return Twins.none();
        }
        if (!given.isJsonObject()) {
            throw place.problem("expected {\"frozen\": \"tasks\"} or {\"frozen\": [step, …]}, got " + given);
        }
        JsonObject twins = given.getAsJsonObject();
        refuseOthers(twins, KINDS, place);
        JsonElement frozen = twins.get(FROZEN);
        List<Imitation> imitations = imitations(twins.get(IMITATION), place.field(IMITATION));
        if (frozen == null || frozen.isJsonNull()) {
            return new Twins(false, List.of(), imitations);
        }
        if (frozen instanceof JsonPrimitive p && p.isString() && p.getAsString().equals("tasks")) {
            return new Twins(true, List.of(), imitations);
        }
        return new Twins(false, steps(frozen, place.field(FROZEN), "\"tasks\" or a list of steps"), imitations);
    }

    private static void refuseOthers(JsonObject json, List<String> fields, Place place) {
        for (String field : json.keySet()) {
            if (!fields.contains(field)) {
                throw place.field(field).problem("unknown field; " + Nearest.hint(field, fields));
            }
        }
    }

    private static List<Long> steps(JsonElement given, Place place, String expected) {
        List<Long> steps = new ArrayList<>();
        if (given instanceof JsonArray list) {
            for (JsonElement each : list) {
                steps.add(Grid.whole(each, place.element(steps.size()), 1));
            }
        } else if (given instanceof JsonPrimitive p && p.isNumber()) {
            steps.add(Grid.whole(given, place, 1));
        } else {
            throw place.problem("expected " + expected + ", got " + given);
        }
        return steps;
    }

    private List<Imitation> imitations(JsonElement given, Place place) {
        if (given == null || given.isJsonNull()) {
            return List.of();
        }
        if (learners.isEmpty()) {
            throw place.problem("this protocol has no role \"" + Role.LEARNER + "\" that could be imitated");
        }
        for (Placed learner : learners) {
            if (!Actor.class.isAssignableFrom(learner.binding().plugin().product())) {
                throw place.problem(learner.binding().plugin().id() + " lives in no world: it has no life that could be recorded and imitated; a frozen twin it can have");
            }
        }
        if (!(given instanceof JsonArray list)) {
            return List.of(imitation(given, place, false));
        }
        List<Imitation> all = new ArrayList<>();
        for (JsonElement each : list) {
            Place here = place.element(all.size());
            Imitation next = imitation(each, here, list.size() > 1);
            if (all.stream().anyMatch(other -> other.name().equals(next.name()))) {
                throw here.problem("\"" + next.name() + "\" occurs twice; give each a name of its own: {\"name\": \"" + next.name() + "-a\", …}");
            }
            all.add(next);
        }
        return all;
    }

    private Imitation imitation(JsonElement given, Place place, boolean several) {
        if (!(given instanceof JsonObject json)) {
            throw place.problem("expected {\"at\": [step, …], \"learner\": a student, \"updates\": how many}, got " + given);
        }
        refuseOthers(json, FIELDS, place);
        for (String field : List.of("at", "learner", "updates")) {
            if (!json.has(field)) {
                throw place.field(field).problem("missing: expected {\"at\": [step, …], \"learner\": a student, \"updates\": how many}");
            }
        }
        Placed student = bindings.one(Plugin.Kind.LEARNER, json.get("learner"), place.field("learner"));
        if (!Student.class.isAssignableFrom(student.binding().plugin().product())) {
            throw student.place().problem(student.binding().plugin().id() + " cannot study recordings; an imitation twin is played by a student");
        }
        JsonElement named = json.get("name");
        String name = !several && named == null ? "" : Bindings.text(named == null ? new JsonPrimitive(student.binding().name()) : named, place.field("name"));
        if (!name.isEmpty()) {
            Names.check(name, place.field("name"));
        }
        return new Imitation(name, steps(json.get("at"), place.field("at"), "a step or a list of steps"), student.binding(),
                Grid.whole(json.get("updates"), place.field("updates"), 1), from(json.get("from"), place.field("from")));
    }

    private static double from(JsonElement given, Place place) {
        if (given == null) {
            return 0;
        }
        if (given instanceof JsonPrimitive p && p.isNumber() && p.getAsDouble() >= 0 && p.getAsDouble() < 1) {
            return p.getAsDouble();
        }
        throw place.problem("expected a number from 0 to below 1, got " + given);
    }
}
