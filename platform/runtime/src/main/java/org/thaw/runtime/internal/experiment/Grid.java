package org.thaw.runtime.internal.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.thaw.api.environment.World;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.internal.configuration.Place;

/** Reads what spans the grid of runs: seeds, lanes. */
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

    /** A whole number from so many on. */
    static long whole(JsonElement json, Place place, long least) {
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
