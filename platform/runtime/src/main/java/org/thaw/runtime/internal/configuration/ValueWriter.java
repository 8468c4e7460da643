package org.thaw.runtime.internal.configuration;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.thaw.api.Spec;
import org.thaw.runtime.folder.Numbers;

/** Single values of configuration records and saved state, to JSON. What {@link Values} reads from it has the same bits. */
final class ValueWriter {
    /** What records may hold, for messages. */
    static final String HELD = "such records hold numbers (int, long, float, double), booleans, strings, enums, lists, records and specs";

    private ValueWriter() {
    }

    static JsonElement write(Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof Spec spec) {
            JsonObject json = new JsonObject();
            json.addProperty("plugin", spec.id());
            spec.with().forEach((name, inner) -> json.add(name, write(inner)));
            return json;
        }
        if (value instanceof Record nested) {
            return Configurations.write(nested);
        }
        if (value instanceof Map<?, ?> map) {
            JsonObject json = new JsonObject();
            map.forEach((name, inner) -> json.add(String.valueOf(name), write(inner)));
            return json;
        }
        if (value instanceof Collection<?> list) {
            JsonArray json = new JsonArray();
            list.forEach(element -> json.add(write(element)));
            return json;
        }
        if (value instanceof Enum<?> constant) {
            return new JsonPrimitive(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (value instanceof Double || value instanceof Float) {
            return real((Number) value);
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        if (value instanceof String text) {
            return new JsonPrimitive(text);
        }
        throw new IllegalArgumentException(HELD + ", not " + value.getClass().getSimpleName());
    }

    /** So that it reads back to the same bits: NaN and infinities as text, the negative zero with its sign. */
    private static JsonPrimitive real(Number value) {
        double wide = value.doubleValue();
        if (!Double.isFinite(wide)) {
            return new JsonPrimitive(Double.toString(wide));
        }
        if (wide == 0) {
            return new JsonPrimitive(wide);
        }
        return new JsonPrimitive(new BigDecimal(value instanceof Float ? Numbers.format(value.floatValue()) : Numbers.format(wide)));
    }
}
