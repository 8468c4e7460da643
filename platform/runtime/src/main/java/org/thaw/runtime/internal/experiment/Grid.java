package org.thaw.runtime.internal.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.thaw.api.environment.World;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.experiment.Twins;
import org.thaw.runtime.internal.configuration.Nearest;
import org.thaw.runtime.internal.configuration.Place;

/** Reads what spans the grid of runs: seeds, lanes, twins. */
final class Grid {
    private static final long MOST_SEEDS = 100_000;
    private static final long MOST_LANES = 1 << 20;

    private Grid() {
    }

    /** {@code 5} means the seeds 0 … 4; a list names them. */
    static List<Long> seeds(JsonObject json, Place at) {
        Place place = at.field("seeds");
        JsonElement given = json.get("seeds");
        List<Long> seeds = new ArrayList<>();
        if (given == null) {
            return List.of(0L);
        }
        if (given.isJsonArray()) {
            for (JsonElement each : given.getAsJsonArray()) {
                long seed = whole(each, place.element(seeds.size()), 0);
                if (seeds.contains(seed)) {
                    throw place.element(seeds.size()).problem("the seed " + seed + " occurs twice");
                }
                seeds.add(seed);
            }
            if (seeds.isEmpty()) {
                throw place.problem("expected at least one seed");
            }
            return seeds;
        }
        long count = whole(given, place, 1);
        if (count > MOST_SEEDS) {
            throw place.problem(count + " seeds are too many; expected at most " + MOST_SEEDS + ", or a list of seeds such as [7, 11]");
        }
        for (long seed = 0; seed < count; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    /** More than one makes sense only where somebody lives in a world. */
    static int lanes(JsonObject json, Place at, List<Role> roles) {
        JsonElement given = json.get("lanes");
        if (given == null) {
            return 1;
        }
        Place place = at.field("lanes");
        long lanes = whole(given, place, 1);
        if (lanes > MOST_LANES) {
            throw place.problem(lanes + " lanes are too many; expected at most " + MOST_LANES);
        }
        if (lanes > 1 && roles.stream().noneMatch(role -> World.class.isAssignableFrom(role.type()))) {
            throw place.problem("this protocol has no world, so that there is one lane; expected 1, got " + lanes);
        }
        return (int) lanes;
    }

    /** {@code {"frozen": "tasks"}} for one at each task boundary, {@code {"frozen": [1000, 5000]}} for given steps. */
    static Twins twins(JsonObject json, Place at) {
        JsonElement given = json.get("twins");
        Place place = at.field("twins");
        if (given == null || given.isJsonNull()) {
            return Twins.none();
        }
        if (!given.isJsonObject()) {
            throw place.problem("expected {\"frozen\": \"tasks\"} or {\"frozen\": [step, …]}, got " + given);
        }
        for (String kind : given.getAsJsonObject().keySet()) {
            if (!kind.equals("frozen")) {
                throw place.field(kind).problem("unknown field; " + Nearest.hint(kind, List.of("frozen")));
            }
        }
        JsonElement frozen = given.getAsJsonObject().get("frozen");
        if (frozen == null || frozen.isJsonNull()) {
            return Twins.none();
        }
        if (frozen instanceof JsonPrimitive p && p.isString() && p.getAsString().equals("tasks")) {
            return new Twins(true, List.of());
        }
        List<Long> steps = new ArrayList<>();
        if (frozen.isJsonArray()) {
            for (JsonElement each : frozen.getAsJsonArray()) {
                steps.add(whole(each, place.field("frozen").element(steps.size()), 1));
            }
        } else if (frozen instanceof JsonPrimitive p && p.isNumber()) {
            steps.add(whole(frozen, place.field("frozen"), 1));
        } else {
            throw place.field("frozen").problem("expected \"tasks\" or a list of steps, got " + frozen);
        }
        return new Twins(false, steps);
    }

    private static long whole(JsonElement json, Place place, long least) {
        try {
            long value = new BigDecimal(json.getAsString()).longValueExact();
            if (json.getAsJsonPrimitive().isNumber() && value >= least) {
                return value;
            }
        } catch (RuntimeException e) {
            // said below: whatever it was, it was not a whole number
        }
        throw place.problem("expected a whole number from " + least + ", got " + json);
    }
}
