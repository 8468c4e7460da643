package org.thaw.tck.internal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.thaw.api.Parameter;
import org.thaw.api.Spec;

/** Reads what {@link Parameter} says about a component of a configuration record. */
public final class Parameters {
    private Parameters() {
    }

    /** The declared default. @throws IllegalArgumentException if it does not fit the component's type */
    public static Object byDefault(RecordComponent component) {
        return read(component.getAnnotation(Parameter.class).byDefault().trim(), component.getGenericType());
    }

    /** Whether all numbers of a value lie in the declared range, if one is declared. */
    public static boolean inRange(RecordComponent component, Object value) {
        String range = component.getAnnotation(Parameter.class).range();
        if (range.isEmpty()) {
            return true;
        }
        Interval interval = Interval.parse(range);
        return (value instanceof List<?> list ? list.stream() : Stream.of(value)).allMatch(v -> interval.contains(((Number) v).doubleValue()));
    }

    /** Values of the component's type that lie just outside of its range. */
    public static List<Object> outOfRange(RecordComponent component) {
        String range = component.getAnnotation(Parameter.class).range();
        List<Object> values = new ArrayList<>();
        if (!range.isEmpty()) {
            for (double outside : Interval.parse(range).outside()) {
                boolean list = component.getType() == List.class;
                Type type = list ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0] : component.getType();
                Object number = number(type, outside);
                values.add(list ? List.of(number) : number);
            }
        }
        return values;
    }

    private static Object read(String json, Type type) {
        String text = json.length() > 1 && json.startsWith("\"") && json.endsWith("\"") ? json.substring(1, json.length() - 1) : json;
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            if (!text.startsWith("[") || !text.endsWith("]")) {
                throw new IllegalArgumentException("\"" + text + "\": expected a list such as [400,400]");
            }
            String inner = text.substring(1, text.length() - 1).trim();
            return inner.isEmpty() ? List.of() : Stream.of(inner.split(",")).map(e -> read(e.trim(), list.getActualTypeArguments()[0])).toList();
        }
        if (type == boolean.class) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("\"" + text + "\": expected true or false");
            }
            return Boolean.valueOf(text);
        }
        if (type == String.class) {
            return text;
        }
        if (type == Spec.class) {
            return Spec.of(text);
        }
        if (type instanceof Class<?> c && c.isEnum()) {
            return Stream.of(c.getEnumConstants()).filter(e -> ((Enum<?>) e).name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is none of the values of " + c.getSimpleName()));
        }
        return parsed(type, text);
    }

    private static Object parsed(Type type, String text) {
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        return type == long.class || type == Long.class ? (Object) Long.valueOf(text) : number(type, Double.parseDouble(text));
    }

    private static Object number(Type type, double value) {
        if (type == int.class || type == Integer.class) {
            return (int) value;
        }
        if (type == long.class || type == Long.class) {
            return (long) value;
        }
        if (type == float.class || type == Float.class) {
            return (float) value;
        }
        if (type == double.class || type == Double.class) {
            return value;
        }
        throw new IllegalArgumentException("a component of type " + type.getTypeName()
                + ": configurations hold int, long, float, double, boolean, strings, enums, lists, specs and records");
    }
}
