package org.thaw.tck.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.thaw.api.Spec;

/** Records, taken apart and put together. */
public final class Records {
    private Records() {
    }

    /** The value of a component. */
    public static Object value(Record record, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " of " + record.getClass() + " cannot be read: " + e, e);
        }
    }

    /** A record of these values. @throws RuntimeException what its constructor throws */
    public static Record make(Class<?> type, Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (Record) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(type + " cannot be made: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made: " + e, e);
        }
    }

    /** The same value in the classes of another loader. */
    static Object copy(Object value, ClassLoader loader) throws ClassNotFoundException {
        if (value instanceof Spec) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            Class<?> type = loader.loadClass(constant.getDeclaringClass().getName());
            return type.getEnumConstants()[constant.ordinal()];
        }
        if (value instanceof List<?> list) {
            Object[] copies = new Object[list.size()];
            for (int i = 0; i < copies.length; i++) {
                copies[i] = copy(list.get(i), loader);
            }
            return List.of(copies);
        }
        if (value instanceof Record record) {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Object[] copies = new Object[components.length];
            for (int i = 0; i < copies.length; i++) {
                copies[i] = copy(value(record, components[i]), loader);
            }
            return make(loader.loadClass(record.getClass().getName()), copies);
        }
        return value;
    }
}
