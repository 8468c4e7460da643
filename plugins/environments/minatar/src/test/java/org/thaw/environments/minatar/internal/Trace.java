package org.thaw.environments.minatar.internal;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** One recorded run of the original; see the README beside the files. */
record Trace(String file, String game, long seed, int channels, int blockSteps, JsonObject run) {
    /** Every run of both files. */
    static List<Trace> all() {
        List<Trace> traces = new ArrayList<>();
        for (String file : List.of("traces.json", "deep.json")) {
            JsonObject all = read(file);
            all.getAsJsonObject("games").asMap().forEach((game, each) -> each.getAsJsonObject().getAsJsonObject("seeds").asMap()
                    .forEach((seed, run) -> traces.add(new Trace(file, game, Long.parseLong(seed), each.getAsJsonObject().get("channels").getAsInt(),
                            all.get("block_steps").getAsInt(), run.getAsJsonObject()))));
        }
        return traces;
    }

    private static JsonObject read(String file) {
        try (Reader in = new InputStreamReader(Trace.class.getResourceAsStream("/minatar-traces/" + file), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(in, JsonObject.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The chosen actions, one after the other. */
    IntSupplier choices() {
        if (!run.has("actions")) {
            return new Choices(seed)::next;
        }
        return run.get("actions").getAsString().chars().map(digit -> digit - '0').iterator()::next;
    }

    int number(String field) {
        return run.get(field).getAsInt();
    }

    List<String> blocks() {
        List<String> blocks = new ArrayList<>();
        run.getAsJsonArray("blocks").forEach(block -> blocks.add(block.getAsString()));
        return blocks;
    }

    /** Cells and outcomes of the first steps, where they are recorded. */
    JsonArray optional(String field) {
        return run.has(field) ? run.getAsJsonArray(field) : new JsonArray();
    }

    @Override
    public String toString() {
        return file + " " + game + " seed " + seed;
    }
}
