package org.thaw.runtime.folder;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
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

    /** An event type and its fields in order: that of the components is laid down, that of a class's fields is not. */
    private record Form(Class<?> type, List<RecordComponent> fields) {
        Form(Class<?> type) {
            this(type, List.of(type.getRecordComponents()));
        }
    }

    private static final Map<String, Form> FORMS = Arrays.stream(Event.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Form::new, (a, b) -> a, TreeMap::new));

    private EventJson() {
    }

    /** One line, without its end. */
    public static String write(Event event) {
        Form form = FORMS.get(event.getClass().getSimpleName());
        StringWriter line = new StringWriter();
        try {
            JsonWriter out = Json.COMPACT.newJsonWriter(line);
            out.beginObject().name(KIND).value(form.type().getSimpleName());
            for (RecordComponent field : form.fields()) {
                out.name(field.getName());
                Json.COMPACT.toJson(field.getAccessor().invoke(event), field.getGenericType(), out);
            }
            out.endObject();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("the event " + event + " cannot be written", e);
        }
        return line.toString();
    }

    /** Reads a line. @throws IllegalArgumentException if it is not an event */
    public static Event read(String line) {
        JsonObject json = object(line);
        Form form = FORMS.get(json.get(KIND).getAsString());
        if (form == null) {
            throw new IllegalArgumentException("unknown event " + json.get(KIND) + "; known: " + FORMS.keySet());
        }
        for (RecordComponent field : form.fields()) {
            if (!json.has(field.getName())) {
                throw new IllegalArgumentException("the event " + form.type().getSimpleName() + " lacks its field " + field.getName());
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
