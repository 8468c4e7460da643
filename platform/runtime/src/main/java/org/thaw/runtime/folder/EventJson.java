package org.thaw.runtime.folder;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.thaw.api.metric.Event;

/** Events as lines of JSON: {@code {"event":"Evaluated","role":"learner",…}}, the fields in the order of the record. */
public final class EventJson {
    private static final String KIND = "event";

    /** An event type and its fields in order. */
    private record Form(Class<?> type, List<String> fields) {
        Form(Class<?> type) {
            this(type, Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList());
        }
    }

    private static final Map<String, Form> FORMS = Arrays.stream(Event.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Form::new, (a, b) -> a, TreeMap::new));

    private EventJson() {
    }

    /** One line, without its end. */
    public static String write(Event event) {
        String kind = event.getClass().getSimpleName();
        JsonObject values = Json.COMPACT.toJsonTree(event).getAsJsonObject();
        JsonObject line = new JsonObject();
        line.addProperty(KIND, kind);
        FORMS.get(kind).fields().forEach(field -> line.add(field, values.get(field)));
        return Json.COMPACT.toJson(line);
    }

    /** Reads a line. @throws IllegalArgumentException if it is not an event */
    public static Event read(String line) {
        JsonObject json = object(line);
        Form form = FORMS.get(json.get(KIND).getAsString());
        if (form == null) {
            throw new IllegalArgumentException("unknown event " + json.get(KIND) + "; known: " + FORMS.keySet());
        }
        for (String field : form.fields()) {
            if (!json.has(field)) {
                throw new IllegalArgumentException("the event " + form.type().getSimpleName() + " lacks its field " + field);
            }
        }
        try {
            return (Event) Json.COMPACT.fromJson(json, form.type());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a " + form.type().getSimpleName() + " event: " + e.getMessage(), e);
        }
    }

    private static JsonObject object(String line) {
        try {
            JsonElement parsed = JsonParser.parseString(line);
            if (parsed instanceof JsonObject json && json.has(KIND) && json.get(KIND).isJsonPrimitive()) {
                return json;
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not JSON: " + shortened(line), e);
        }
        throw new IllegalArgumentException("not an event: " + shortened(line));
    }

    private static String shortened(String line) {
        return line.length() > 80 ? line.substring(0, 77) + "..." : line;
    }
}
