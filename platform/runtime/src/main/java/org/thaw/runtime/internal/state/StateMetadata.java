package org.thaw.runtime.internal.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.thaw.api.StateKind;
import org.thaw.runtime.folder.Json;

/**
 * What the metadata of a file of saved state means.
 *
 * @param texts   whoever saved added them
 * @param kinds   of all tensors and records
 * @param records as JSON
 */
record StateMetadata(Map<String, String> texts, Map<String, StateKind> kinds, Map<String, JsonObject> records) {
    private static final String FORMAT = "format";
    private static final String THIS_FORMAT = "thaw-state:1";
    private static final String KINDS = "kinds";
    private static final String RECORD = "record/";

    /** The metadata of a new file, in order. @throws IllegalArgumentException if a text has a name that the format needs */
    static Map<String, String> of(Map<String, String> texts, List<StateEntry> entries) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(Checksum.KEY, Checksum.ZEROS); // first, where Checksum.POSITION says
        metadata.put(FORMAT, THIS_FORMAT);
        new TreeMap<>(texts).forEach((name, text) -> { // sorted: the same state gives the same bytes whatever kind of map this is
            if (own(name)) {
                throw new IllegalArgumentException("metadata " + name + ": files of saved state use this name themselves; expected another");
            }
            metadata.put(name, Objects.requireNonNull(text, name));
        });
        JsonObject kinds = new JsonObject();
        for (StateEntry entry : entries) {
            kinds.addProperty(entry.name(), entry.kind().name().toLowerCase(Locale.ROOT));
            if (entry instanceof StateEntry.Text text) {
                metadata.put(RECORD + text.name(), text.json());
            }
        }
        metadata.put(KINDS, Json.COMPACT.toJson(kinds));
        return metadata;
    }

    private static boolean own(String name) {
        return Set.of(Checksum.KEY, FORMAT, KINDS).contains(name) || name.startsWith(RECORD);
    }

    /** @throws TornStateException if the file is not one of saved state */
    static void check(Path file, SafetensorsHeader header) {
        String format = header.metadata().get(FORMAT);
        if (!THIS_FORMAT.equals(format)) {
            throw new TornStateException(file, "header, " + SafetensorsHeader.METADATA, "not a state file of Thaw: expected " + FORMAT + " " + THIS_FORMAT + ", found "
                    + (format == null ? "none" : format));
        }
    }

    /** Reads that of a file that passed {@link #check}. */
    static StateMetadata read(Path file, SafetensorsHeader header) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, JsonObject> records = new TreeMap<>();
        header.metadata().forEach((name, text) -> {
            if (name.startsWith(RECORD)) {
                records.put(name.substring(RECORD.length()), json(file, name, text));
            } else if (!own(name)) {
                texts.put(name, text);
            }
        });
        return new StateMetadata(texts, kinds(file, header, records.keySet()), records);
    }

    private static Map<String, StateKind> kinds(Path file, SafetensorsHeader header, Set<String> records) {
        Map<String, StateKind> kinds = new TreeMap<>();
        json(file, KINDS, header.metadata().getOrDefault(KINDS, "")).asMap().forEach((name, kind) -> kinds.put(name, kind(file, name, kind)));
        Set<String> names = new HashSet<>(header.tensors().keySet());
        for (String record : records) {
            if (!names.add(record)) {
                throw new TornStateException(file, "header, " + RECORD + record, "expected every name once, found a tensor of the same name");
            }
        }
        if (!names.equals(kinds.keySet())) {
            throw new TornStateException(file, "header, " + KINDS, "expected those of " + new TreeSet<>(names) + ", found those of " + kinds.keySet());
        }
        return kinds;
    }

    private static StateKind kind(Path file, String name, JsonElement text) {
        for (StateKind kind : StateKind.values()) {
            if (text.isJsonPrimitive() && kind.name().toLowerCase(Locale.ROOT).equals(text.getAsString())) {
                return kind;
            }
        }
        throw new TornStateException(file, "header, " + KINDS + ", " + name, "expected one of " + List.of(StateKind.values()) + ", found " + text);
    }

    private static JsonObject json(Path file, String name, String text) {
        JsonReader in = new JsonReader(new StringReader(text));
        in.setNestingLimit(Integer.MAX_VALUE); // a record as deep as any can be written
        try {
            JsonElement json = JsonParser.parseReader(in);
            if (json.isJsonObject() && in.peek() == JsonToken.END_DOCUMENT) {
                return json.getAsJsonObject();
            }
        } catch (JsonParseException | IOException e) {
            throw new TornStateException(file, "header, " + name, "expected a JSON object: " + e.getMessage().lines().findFirst().orElse(""), e);
        }
        throw new TornStateException(file, "header, " + name, "expected a JSON object");
    }
}
