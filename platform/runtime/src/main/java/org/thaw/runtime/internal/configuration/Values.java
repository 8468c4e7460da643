package org.thaw.runtime.internal.configuration;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thaw.api.Spec;
import org.thaw.runtime.catalog.ParameterInfo;
import org.thaw.runtime.folder.Numbers;

/** Single values of configuration records, from and to JSON. */
final class Values {
    private Values() {
    }

    static Object read(JsonElement json, Type type, Range range, String rangeText, Place place) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            if (!json.isJsonArray()) {
                throw expected(type, json, place);
            }
            List<Object> list = new ArrayList<>();
            for (JsonElement element : json.getAsJsonArray()) {
                list.add(read(element, generic.getActualTypeArguments()[0], range, rangeText, place.element(list.size())));
            }
            return List.copyOf(list);
        }
        if (!(type instanceof Class<?> c)) {
            throw new IllegalStateException(place.path() + ": configuration records hold numbers, booleans, strings, enums, lists, records and specs, not " + type);
        }
        if (c == Spec.class) {
            return spec(json, place);
        }
        if (c.isRecord()) {
            if (!json.isJsonObject()) {
                throw expected(type, json, place);
            }
            return Configurations.read(json.getAsJsonObject(), c.asSubclass(Record.class), place);
        }
        return primitive(json, c, range, rangeText, place);
    }

    private static Object primitive(JsonElement json, Class<?> c, Range range, String rangeText, Place place) {
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
        if (c.isPrimitive() && c != boolean.class || Number.class.isAssignableFrom(c)) {
            return number(p, c, range, rangeText, place);
        }
        throw expected(c, json, place);
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

    private static Object number(JsonPrimitive p, Class<?> c, Range range, String rangeText, Place place) {
        if (!p.isNumber()) {
            throw expected(c, p, place);
        }
        double value = p.getAsDouble();
        if (!Double.isFinite(value) || range != null && !range.contains(value)) {
            throw place.problem(p.getAsString() + " is out of range; expected a " + ParameterInfo.describe(c) + (range == null ? "" : " in " + rangeText));
        }
        boolean whole = c == int.class || c == Integer.class || c == long.class || c == Long.class;
        if (!whole) {
            return c == float.class || c == Float.class ? (Object) (float) value : (Object) value;
        }
        long number;
        try {
            number = new BigDecimal(p.getAsString()).longValueExact();
        } catch (ArithmeticException e) {
            throw expected(c, p, place);
        }
        if (c == long.class || c == Long.class) {
            return number;
        }
        if ((int) number != number) {
            throw place.problem(number + " is too large; expected at most " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    static Spec spec(JsonElement json, Place place) {
        if (json.isJsonPrimitive() && json.getAsJsonPrimitive().isString()) {
            return Spec.of(json.getAsString());
        }
        if (json.isJsonObject() && json.getAsJsonObject().has("plugin")) {
            Map<String, Object> with = new LinkedHashMap<>();
            json.getAsJsonObject().asMap().forEach((name, value) -> {
                if (!name.equals("plugin")) {
                    with.put(name, plain(value));
                }
            });
            return new Spec(json.getAsJsonObject().get("plugin").getAsString(), with);
        }
        throw expected(Spec.class, json, place);
    }

    private static Object plain(JsonElement json) {
        if (json.isJsonObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            json.getAsJsonObject().asMap().forEach((name, value) -> map.put(name, plain(value)));
            return map;
        }
        if (json.isJsonArray()) {
            return json.getAsJsonArray().asList().stream().map(Values::plain).toList();
        }
        JsonPrimitive p = json.getAsJsonPrimitive();
        return p.isBoolean() ? (Object) p.getAsBoolean() : p.isString() ? p.getAsString() : new BigDecimal(p.getAsString());
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
            String text = value instanceof Float single ? Numbers.format(single.floatValue()) : Numbers.format((Double) value);
            return new JsonPrimitive(new BigDecimal(text));
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        return value instanceof Boolean flag ? new JsonPrimitive(flag) : new JsonPrimitive(value.toString());
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
