package org.thaw.tck.host;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.thaw.api.Spec;

/** What records of state and configuration may hold: what a host can write to a file and read back. */
final class Plain {
    private Plain() {
    }

    /** @throws IllegalArgumentException if a component, at any depth, is of another type; the message names it */
    static void check(Object value, String name) {
        if (value instanceof List<?> list) {
            list.forEach(element -> check(element, name + "[]"));
        } else if (value instanceof Record record && !(value instanceof Spec)) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                check(read(record, component), name + "." + component.getName());
            }
        } else if (!(value instanceof Number || value instanceof Boolean || value instanceof String || value instanceof Enum<?> || value instanceof Spec)) {
            throw new IllegalArgumentException(name + " is " + (value == null ? "null" : "a " + value.getClass().getName())
                    + "; records hold numbers, booleans, strings, enums, lists and records");
        }
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " of " + record.getClass() + " cannot be read", e);
        }
    }
}
