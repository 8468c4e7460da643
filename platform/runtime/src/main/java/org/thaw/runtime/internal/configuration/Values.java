package org.thaw.runtime.internal.configuration;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thaw.api.Spec;
import org.thaw.runtime.catalog.ParameterInfo;

/** Single values of configuration records, from JSON. {@link ValueWriter} is the way back. */
final class Values {
    private static final String PLUGIN = "plugin";
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> REAL = Set.of(float.class, Float.class, double.class, Double.class);
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private Values() {
    }

    static Object read(JsonElement json, Type type, Range range, Place place) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            if (!json.isJsonArray()) {
                throw expected(type, json, place);
            }
            List<Object> list = new ArrayList<>();
            for (JsonElement element : json.getAsJsonArray()) {
                list.add(read(element, generic.getActualTypeArguments()[0], range, place.element(list.size())));
            }
            return List.copyOf(list);
        }
        if (!(type instanceof Class<?> c)) {
            throw unsupported(type, place);
        }
        if (c == Spec.class) {
            return spec(json, place);
        }
        if (c.isRecord()) {
            if (!json.isJsonObject()) {
                throw expected(type, json, place);
            }
            return Configurations.read(json.getAsJsonObject(), c.asSubclass(Record.class), place, range.finite() ? Range.FINITE : range);
        }
        return primitive(json, c, range, place);
    }

    private static Object primitive(JsonElement json, Class<?> c, Range range, Place place) {
        if (!json.isJsonPrimitive()) {
            throw expected(c, json, place);
        }
        JsonPrimitive p = json.getAsJsonPrimitive();
        if (c == String.class && p.isString()) {
            return p.getAsString();
        }
        if ((c == boolean.class || c == Boolean.class) && p.isBoolean()) {
            return p.getAsBoolean();
        }
        if (c.isEnum() && p.isString()) {
            return constant(p.getAsString(), c, place);
        }
        if (WHOLE.contains(c) || REAL.contains(c)) {
            return number(p, c, range, place);
        }
        if (c == String.class || c == boolean.class || c == Boolean.class || c.isEnum()) {
            throw expected(c, json, place);
        }
        throw unsupported(c, place);
    }

    private static Object constant(String text, Class<?> c, Place place) {
        List<String> names = new ArrayList<>();
        for (Object each : c.getEnumConstants()) {
            String name = ((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(text)) {
                return each;
            }
            names.add(name);
        }
        throw place.problem("\"" + text + "\" is not one of the values; " + Nearest.hint(text, names));
    }

    private static Object number(JsonPrimitive p, Class<?> c, Range range, Place place) {
        boolean whole = WHOLE.contains(c);
        if (!p.isNumber() && !(p.isString() && !whole && !range.finite() && NOT_FINITE.contains(p.getAsString()))) {
            throw expected(c, p, place);
        }
        double value = p.getAsDouble();
        boolean single = c == float.class || c == Float.class;
        if (!range.contains(single && Float.isInfinite((float) value) ? (float) value : value)) {
            throw place.problem(p.getAsString() + " is out of range; expected a " + ParameterInfo.describe(c) + (range.text().isEmpty() ? "" : " in " + range.text()));
        }
        return whole ? whole(p, c, place) : single ? (Object) (float) value : (Object) value;
    }

    private static Object whole(JsonPrimitive p, Class<?> c, Place place) {
        boolean isLong = c == long.class || c == Long.class;
        BigDecimal number = new BigDecimal(p.getAsString());
        try {
            return isLong ? (Object) number.longValueExact() : (Object) number.intValueExact();
        } catch (ArithmeticException e) {
            boolean fraction = number.stripTrailingZeros().scale() > 0;
            throw fraction ? expected(c, p, place) : place.problem(p.getAsString() + " is too large; expected at most " + (isLong ? Long.MAX_VALUE : Integer.MAX_VALUE) + " either way");
        }
    }

    private static Spec spec(JsonElement json, Place place) {
        JsonElement id = json instanceof JsonObject object ? object.get(PLUGIN) : json;
        if (!(id instanceof JsonPrimitive text) || !text.isString()) {
            throw expected(Spec.class, json, place);
        }
        Map<String, Object> with = new LinkedHashMap<>();
        if (json instanceof JsonObject object) {
            object.asMap().forEach((name, value) -> {
                if (!name.equals(PLUGIN)) {
                    with.put(name, plain(value, place.field(name)));
                }
            });
        }
        try {
            return new Spec(text.getAsString(), with);
        } catch (IllegalArgumentException e) {
            throw place.problem(e.getMessage());
        }
    }

    private static Object plain(JsonElement json, Place place) {
        if (json instanceof JsonObject object) {
            Map<String, Object> map = new LinkedHashMap<>();
            object.asMap().forEach((name, value) -> map.put(name, plain(value, place.field(name))));
            return map;
        }
        if (json instanceof JsonArray array) {
            List<Object> list = new ArrayList<>();
            array.forEach(element -> list.add(plain(element, place.element(list.size()))));
            return List.copyOf(list);
        }
        if (!(json instanceof JsonPrimitive p)) {
            throw place.problem("expected a value, got null");
        }
        return p.isBoolean() ? (Object) p.getAsBoolean() : p.isString() ? p.getAsString() : new BigDecimal(p.getAsString());
    }

    private static RuntimeException unsupported(Type type, Place place) {
        return place.problem("the plugin declares it as " + type.getTypeName() + ", but " + ValueWriter.HELD);
    }

    private static RuntimeException expected(Type type, JsonElement found, Place place) {
        String text = found.toString();
        return place.problem("expected " + article(type) + ", got " + (text.length() > 60 ? text.substring(0, 57) + "..." : text));
    }

    private static String article(Type type) {
        String words = type instanceof Class<?> c && c.isRecord() && c != Spec.class
                ? "object with the fields " + Arrays.stream(c.getRecordComponents()).map(java.lang.reflect.RecordComponent::getName).toList()
                : ParameterInfo.describe(type);
        return words.startsWith("one of") || words.startsWith("true") || words.equals("text") ? words : ("aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }
}
