package org.thaw.shell.internal.verb;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/** What a checkpoint tells about itself, without its tensors: the metadata of a safetensors file. Whether the file is whole is for those to check who go on from it. */
final class CheckpointHeader {
    private static final String METADATA = "__metadata__";
    private static final String RUN = "run";

    private CheckpointHeader() {
    }

    /** The step of learning of the player that has come furthest; empty if the file does not tell. */
    static OptionalLong step(Path file) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.readLong(); // the header's length: its JSON ends by itself
            return step(new JsonReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong step(JsonReader header) throws IOException {
        header.beginObject();
        while (header.hasNext()) {
            if (!header.nextName().equals(METADATA)) {
                header.skipValue();
                continue;
            }
            header.beginObject();
            while (header.hasNext()) {
                if (header.nextName().equals(RUN)) {
                    return furthest(JsonParser.parseString(header.nextString()).getAsJsonObject());
                }
                header.skipValue();
            }
            header.endObject();
        }
        return OptionalLong.empty();
    }

    private static OptionalLong furthest(JsonObject run) {
        return StreamSupport.stream(run.getAsJsonArray("players").spliterator(), false).map(JsonElement::getAsJsonObject)
                .filter(player -> player.has("step")).mapToLong(player -> player.get("step").getAsLong()).max();
    }
}
