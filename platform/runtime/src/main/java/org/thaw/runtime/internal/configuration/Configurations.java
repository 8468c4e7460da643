package org.thaw.runtime.internal.configuration;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.thaw.api.Parameter;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.internal.fault.Reasons;

/** Reads configuration records from JSON and writes them back complete. Wrong names, types and ranges are refused with their place. */
public final class Configurations {
    private Configurations() {
    }

    /** Reads a record; what the JSON leaves out takes its declared default. */
    public static <R extends Record> R read(JsonObject json, Class<R> type, Place place) {
        return read(json, type, place, Range.FINITE);
    }

    /** Reads back a record of saved state, in which any number may stand, NaN and the infinities too. */
    public static <R extends Record> R restore(JsonObject json, Class<R> type, Place place) {
        return read(json, type, place, Range.ALL);
    }

    /** @param usual the range of numbers whose component declares none */
    static <R extends Record> R read(JsonObject json, Class<R> type, Place place, Range usual) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
        for (String given : json.keySet()) {
            if (!names.contains(given)) {
                throw place.field(given).problem("unknown field; " + Nearest.hint(given, names));
            }
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(json, components[i], place.field(names.get(i)), usual);
        }
        return construct(type, components, values, place);
    }

    private static Object component(JsonObject json, RecordComponent component, Place place, Range usual) {
        Parameter parameter = component.getAnnotation(Parameter.class);
        JsonElement given = json.get(component.getName());
        if (given == null) {
            if (parameter == null || parameter.byDefault().isEmpty()) {
                throw place.problem("missing: " + (parameter == null ? component.getName() : parameter.value()) + " must be given");
            }
            given = parse(parameter.byDefault());
        }
        String range = parameter == null ? "" : parameter.range();
        return Values.read(given, component.getGenericType(), range.isEmpty() ? usual : Range.parse(range), place);
    }

    /** JSON text, with strings in or out of quotes; what is no JSON is a string. */
    public static JsonElement parse(String text) {
        try {
            JsonElement parsed = JsonParser.parseString(text);
            boolean word = parsed instanceof JsonPrimitive p && p.isString() && !text.startsWith("\"");
            boolean nothing = parsed.isJsonNull() && !text.equals("null");
            return word || nothing ? new JsonPrimitive(text) : parsed;
        } catch (JsonParseException e) {
            return new JsonPrimitive(text);
        }
    }

    private static <R extends Record> R construct(Class<R> type, RecordComponent[] components, Object[] values, Place place) {
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new BadInputException(place.problem(Reasons.of(e.getCause())).getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made: " + e, e);
        }
    }

    /** The record as JSON, every component written out. */
    public static JsonObject write(Record configuration) {
        JsonObject json = new JsonObject();
        for (RecordComponent component : configuration.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                json.add(component.getName(), ValueWriter.write(accessor.invoke(configuration)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(configuration.getClass() + "." + component.getName() + " cannot be read", e);
            }
        }
        return json;
    }

    /** A map of plain values (as in {@link org.thaw.api.Spec#with()}) as JSON. */
    public static JsonObject write(Map<String, Object> values) {
        JsonObject json = new JsonObject();
        values.forEach((name, value) -> json.add(name, ValueWriter.write(value)));
        return json;
    }
}
