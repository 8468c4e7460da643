package org.thaw.control.internal.wire;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializationContext;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** How values of the JDK are written that Gson does not know. An empty optional is an empty text: a null would look like a missing field. */
final class Values {
    private static final JsonPrimitive EMPTY = new JsonPrimitive("");

    private Values() {
    }

    static GsonBuilder register(GsonBuilder gson) {
        return gson
                .registerTypeHierarchyAdapter(Path.class, new Adapter<Path>(path -> new JsonPrimitive(path.toString()), json -> Path.of(json.getAsString())))
                .registerTypeAdapter(Duration.class, new Adapter<Duration>(time -> new JsonPrimitive(time.toString()), json -> Duration.parse(json.getAsString())))
                .registerTypeAdapter(OptionalDouble.class, new Adapter<OptionalDouble>(
                        number -> number.isPresent() ? new JsonPrimitive(number.getAsDouble()) : EMPTY,
                        json -> EMPTY.equals(json) ? OptionalDouble.empty() : OptionalDouble.of(json.getAsDouble())))
                .registerTypeAdapter(OptionalLong.class, new Adapter<OptionalLong>(
                        number -> number.isPresent() ? new JsonPrimitive(number.getAsLong()) : EMPTY,
                        json -> EMPTY.equals(json) ? OptionalLong.empty() : OptionalLong.of(json.getAsLong())));
    }

    private record Adapter<T>(Function<T, JsonElement> write, Function<JsonElement, T> read) implements JsonSerializer<T>, JsonDeserializer<T> {
        @Override
        public JsonElement serialize(T value, Type type, JsonSerializationContext context) {
            return value == null ? JsonNull.INSTANCE : write.apply(value);
        }

        @Override
        public T deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
            try {
                return read.apply(json);
            } catch (RuntimeException e) {
                throw new JsonParseException(json + " is no " + type.getTypeName(), e);
            }
        }
    }
}
