package org.thaw.runtime.internal.catalog;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;

/** Reads off a factory's declaration which configuration it takes and what it makes. */
record FactoryTypes(Class<? extends Record> configuration, Class<?> product) {
    /** The interface of factories of a kind. */
    static Class<?> face(Plugin.Kind kind) {
        return switch (kind) {
            case LEARNER -> LearnerFactory.class;
            case ENVIRONMENT -> EnvironmentFactory.class;
            case PROTOCOL -> ProtocolFactory.class;
            case METRIC -> MetricFactory.class;
            case SUMMARY -> SummaryFactory.class;
        };
    }

    /** @throws IllegalArgumentException if the declaration leaves its type arguments open */
    static FactoryTypes of(Plugin.Kind kind, Object factory) {
        return read(factory, face(kind), switch (kind) {
            case LEARNER, ENVIRONMENT -> null; // what it makes, its declaration says
            case PROTOCOL -> Protocol.class;
            case METRIC -> Metric.class;
            case SUMMARY -> Summary.class;
        });
    }

    private static FactoryTypes read(Object factory, Class<?> face, Class<?> product) {
        Type[] arguments = arguments(factory.getClass(), face, Map.of());
        if (arguments.length == 0 || !(arguments[0] instanceof Class<?> c) || !c.isRecord()) {
            throw new IllegalArgumentException(factory.getClass().getName() + " must implement " + face.getSimpleName() + "<…> with a record type as its first argument");
        }
        Class<?> made = product != null ? product : raw(arguments[1]);
        return new FactoryTypes(c.asSubclass(Record.class), made);
    }

    /** The class that a declaration stands for; of an open type argument its bound, for that much is sure. */
    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> c) {
            return c;
        }
        return type instanceof ParameterizedType p ? raw(p.getRawType()) : raw(((TypeVariable<?>) type).getBounds()[0]);
    }

    private static Type[] arguments(Type type, Class<?> wanted, Map<TypeVariable<?>, Type> bound) {
        Class<?> raw = raw(type);
        Map<TypeVariable<?>, Type> here = new HashMap<>(bound);
        if (type instanceof ParameterizedType p) {
            for (int i = 0; i < raw.getTypeParameters().length; i++) {
                Type argument = p.getActualTypeArguments()[i];
                here.put(raw.getTypeParameters()[i], bound.getOrDefault(argument, argument));
            }
        }
        if (raw == wanted) {
            Type[] found = raw.getTypeParameters();
            Type[] resolved = new Type[found.length];
            for (int i = 0; i < found.length; i++) {
                resolved[i] = here.getOrDefault(raw.getTypeParameters()[i], found[i]);
            }
            return type instanceof ParameterizedType ? resolved : new Type[0];
        }
        for (Type face : raw.getGenericInterfaces()) {
            Type[] found = arguments(face, wanted, here);
            if (found.length > 0) {
                return found;
            }
        }
        return raw.getGenericSuperclass() == null ? new Type[0] : arguments(raw.getGenericSuperclass(), wanted, here);
    }
}
