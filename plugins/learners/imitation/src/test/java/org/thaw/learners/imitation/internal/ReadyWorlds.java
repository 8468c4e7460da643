package org.thaw.learners.imitation.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.Space;

/** What the worlds of the ready experiments look like to a learner, as far as sizes go; the worlds themselves are other modules' business. */
final class ReadyWorlds {
    private static final int MOVES = 5;

    private ReadyWorlds() {
    }

    /** What an experiment's students are made for: the largest of its numbered worlds, since protocols of several make learners for the union. */
    static Signature signature(JsonObject experiment) {
        List<Signature> worlds = new ArrayList<>(List.of(world(experiment.get("environment"))));
        JsonObject protocol = experiment.getAsJsonObject("protocol");
        if (protocol.has("levels")) {
            protocol.getAsJsonArray("levels").forEach(level -> worlds.add(world(experiment.getAsJsonObject("roles").get(level.getAsJsonObject().get("world").getAsString()))));
        }
        if (worlds.size() == 1) {
            return worlds.get(0);
        }
        return numbered(worlds.stream().mapToInt(world -> ((Space.Categorical) world.input()).count()).max().orElseThrow(), worlds.stream().mapToInt(Signature::choices).max().orElseThrow());
    }

    private static Signature world(JsonElement given) {
        JsonObject world = given.isJsonObject() ? given.getAsJsonObject() : new JsonObject();
        String id = given.isJsonObject() ? world.get("plugin").getAsString() : given.getAsString();
        return switch (id) {
            case "dark-room", "key-to-door" -> room(number(world, "size", 9), world.has("view") && world.get("view").getAsString().equals("pixels"));
            case "bernoulli-bandit", "gaussian-bandit" -> numbered(1, number(world, "arms", 10));
            case "permuted-actions", "changed-reward" -> world(world.get("of"));
            case "breakout" -> new Signature(Space.Real.of(0, 1, 10, 10, 4), new Space.Categorical(6));
            default -> throw new IllegalArgumentException("what the world " + id + " looks like is not known here; add it");
        };
    }

    private static Signature room(int size, boolean pixels) {
        return pixels ? new Signature(Space.Real.of(0, 1, size, size, 1), new Space.Categorical(MOVES)) : numbered(size * size, MOVES);
    }

    private static Signature numbered(int observations, int actions) {
        return new Signature(new Space.Categorical(observations), new Space.Categorical(actions));
    }

    private static int number(JsonObject world, String field, int otherwise) {
        return world.has(field) ? world.get(field).getAsInt() : otherwise;
    }
}
