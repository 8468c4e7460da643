package org.thaw.runtime.catalog;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.thaw.api.Parameter;
import org.thaw.api.Spec;

/**
 * One hyperparameter, as its record component declares it.
 *
 * @param type      for people: {@code number}, {@code whole number}, {@code text}, {@code one of adam, sgd}, {@code list of …}
 * @param byDefault JSON text; empty if it must be given
 * @param range     an interval; empty if any value of the type will do
 */
public record ParameterInfo(String name, String type, String byDefault, String range, String meaning, String source) {
    /** Those of a configuration record, in its order. */
    public static List<ParameterInfo> of(Class<? extends Record> configuration) {
        return Arrays.stream(configuration.getRecordComponents()).map(ParameterInfo::of).toList();
    }

    private static ParameterInfo of(RecordComponent component) {
        Parameter p = component.getAnnotation(Parameter.class);
        String type = describe(component.getGenericType());
        return p == null ? new ParameterInfo(component.getName(), type, "", "", "", "")
                : new ParameterInfo(component.getName(), type, p.byDefault(), p.range(), p.value(), p.source());
    }

    /** A type in plain words. */
    public static String describe(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return "list of " + plural(generic.getActualTypeArguments()[0]);
        }
        if (!(type instanceof Class<?> c)) {
            return type.getTypeName();
        }
        if (c == int.class || c == long.class || c == Integer.class || c == Long.class) {
            return "whole number";
        }
        if (c == double.class || c == float.class || c == Double.class || c == Float.class) {
            return "number";
        }
        if (c == boolean.class || c == Boolean.class) {
            return "true or false";
        }
        if (c.isEnum()) {
            return "one of " + Arrays.stream(c.getEnumConstants()).map(e -> ((Enum<?>) e).name().toLowerCase(Locale.ROOT).replace('_', '-')).collect(Collectors.joining(", "));
        }
        return c == String.class ? "text" : c == Spec.class ? "plugin" : "object";
    }

    private static String plural(Type type) {
        String one = describe(type);
        if (one.startsWith("list of ")) {
            return "lists of " + one.substring("list of ".length());
        }
        return one.startsWith("one of ") || one.startsWith("true") ? "values, each " + one : one + "s";
    }
}
