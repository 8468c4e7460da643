package org.thaw.runtime.folder;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.thaw.api.metric.Event;

/** Events as lines of JSON: {@code {"event":"Evaluated","role":"learner",…}}, the fields in the order of the record. */
public final class EventJson {
    private static final Map<String, Class<?>> TYPES = Arrays.stream(Event.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, type -> type, (a, b) -> a, LinkedHashMap::new));

    private EventJson() {
    }

    /** One line, without its end. */
    public static String write(Event event) {
        JsonObject line = new JsonObject();
        line.addProperty("event", event.getClass().getSimpleName());
        String head = line.toString();
        String body = Json.COMPACT.toJson(event);
        return head.substring(0, head.length() - 1) + "," + body.substring(1);
    }

    /** Reads a line. @throws IllegalArgumentException if it is not an event */
    public static Event read(String line) {
        JsonElement parsed = JsonParser.parseString(line);
        if (!parsed.isJsonObject() || !parsed.getAsJsonObject().has("event")) {
            throw new IllegalArgumentException("not an event: " + line);
        }
        String name = parsed.getAsJsonObject().get("event").getAsString();
        Class<?> type = TYPES.get(name);
        if (type == null) {
            throw new IllegalArgumentException("unknown event " + name + "; known: " + TYPES.keySet());
        }
        return (Event) Json.COMPACT.fromJson(parsed, type);
    }
}
