package org.thaw.control.internal.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages as lines: {@code {"thaw":1,"hello":{"token":"…"}}}. The number is the version of this format. */
public final class Wire {
    /** The longest line, in bytes: that of an experiment with some ten thousand runs. */
    public static final int LONGEST = 8 << 20;
    private static final String VERSION_FIELD = "thaw";
    private static final int VERSION = 1;
    private static final Gson GSON = Values.register(new GsonBuilder()).disableHtmlEscaping().serializeSpecialFloatingPointValues().create();
    private static final Map<String, Class<?>> TYPES =
            Stream.of(Message.class.getPermittedSubclasses()).collect(Collectors.toUnmodifiableMap(Wire::name, Function.identity()));

    private Wire() {
    }

    /** Without its line feed. */
    public static String line(Message message) {
        JsonObject envelope = new JsonObject();
        envelope.addProperty(VERSION_FIELD, VERSION);
        envelope.add(name(message.getClass()), GSON.toJsonTree(message));
        return GSON.toJson(envelope);
    }

    /** Reads a line. */
    public static Message parse(String line) throws WireException {
        try {
            JsonObject envelope = JsonParser.parseString(line).getAsJsonObject();
            version(envelope.get(VERSION_FIELD));
            for (Map.Entry<String, JsonElement> each : envelope.entrySet()) {
                if (TYPES.containsKey(each.getKey())) {
                    Object message = GSON.fromJson(each.getValue(), TYPES.get(each.getKey()));
                    complete(message, each.getKey());
                    return (Message) message;
                }
            }
            throw new WireException("no known message in " + shortened(line) + "; expected one of " + TYPES.keySet().stream().sorted().toList());
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | StackOverflowError e) {
            throw new WireException("not a message: " + shortened(line) + " (" + shortened(String.valueOf(e.getMessage())) + ")");
        } catch (RuntimeException e) {   // a record's constructor refused its values, and Gson wraps that
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new WireException("bad values in " + shortened(line) + ": " + shortened(String.valueOf(reason.getMessage())));
        }
    }

    private static void version(JsonElement version) throws WireException {
        if (!(version instanceof JsonPrimitive number) || !number.isNumber() || number.getAsInt() != VERSION) {
            throw new WireException("the message is of version " + version + ", but this host speaks version " + VERSION
                    + "; the two must be of one version of Thaw");
        }
    }

    /** Gson leaves out what is not there. */
    private static void complete(Object value, String place) throws WireException {
        if (value == null) {
            throw new WireException(place + " is missing");
        }
        if (value instanceof Iterable<?> items && !(value instanceof java.nio.file.Path) && !(value instanceof JsonElement)) {
            for (Object item : items) {
                complete(item, place);
            }
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                complete(get(value, component), place + "." + component.getName());
            }
        }
    }

    private static Object get(Object value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component + " cannot be read", e);
        }
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
