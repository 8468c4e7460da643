package org.thaw.deployer.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.metric.MetricFactory;
import org.thaw.api.metric.SummaryFactory;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.deployer.Offer;
import org.thaw.deployer.Problem.Type;

/** Starts a bundle and makes its factories: the first moment at which a plugin's own code runs. */
final class FactoryMaker {
    private static final int LONGEST_REASON = 300;

    private FactoryMaker() {
    }

    static Class<?> interfaceOf(Plugin.Kind kind) {
        return switch (kind) {
            case LEARNER -> LearnerFactory.class;
            case ENVIRONMENT -> EnvironmentFactory.class;
            case PROTOCOL -> ProtocolFactory.class;
            case METRIC -> MetricFactory.class;
            case SUMMARY -> SummaryFactory.class;
        };
    }

    static List<Made> make(Bundle bundle, List<Offer> offers) throws RefusedException {
        try {
            // transient: after a restart it is again the folder that says what starts
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            throw new RefusedException(Type.NOT_STARTED, "it does not start: " + reason(e.getCause() == null ? e : e.getCause())
                    + "; plugins need no activator, their factories are enough.");
        }
        List<Made> made = new ArrayList<>();
        for (Offer offer : offers) {
            made.add(new Made(offer, make(load(bundle, offer), offer)));
        }
        return made;
    }

    private static Class<?> load(Bundle bundle, Offer offer) throws RefusedException {
        Class<?> type;
        try {
            type = bundle.loadClass(offer.factory());
        } catch (ClassNotFoundException e) {
            throw new RefusedException(Type.FACTORY_MISSING, "it announces " + Announcement.name(offer) + " with the factory class " + offer.factory()
                    + ", which is not in the jar; build the jar anew, so that manifest and classes agree.");
        } catch (LinkageError e) {
            throw new RefusedException(Type.FACTORY_MISSING, "its factory class " + offer.factory() + " cannot be loaded: " + reason(e)
                    + "; build it for Java 17 against this platform, with all it needs imported or in the jar.");
        }
        Class<?> wanted = interfaceOf(offer.kind());
        if (!wanted.isAssignableFrom(type)) {
            throw new RefusedException(Type.FACTORY_TYPE, copied(type, wanted.getName())
                    ? "its factory class " + offer.factory() + " implements a copy of " + wanted.getName()
                            + " of its own; leave org.thaw.api out of the jar and import its packages."
                    : "its factory class " + offer.factory() + " does not implement " + wanted.getName() + ", which the kind " + offer.kind() + " demands.");
        }
        return type;
    }

    private static boolean copied(Class<?> type, String wanted) {
        Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> next = open.pop();
            if (next.getName().equals(wanted)) {
                return true;
            }
            open.addAll(List.of(next.getInterfaces()));
            if (next.getSuperclass() != null) {
                open.add(next.getSuperclass());
            }
        }
        return false;
    }

    private static Object make(Class<?> type, Offer offer) throws RefusedException {
        try {
            Constructor<?> constructor = type.getConstructor();
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw threw(offer, e.getCause());
        } catch (LinkageError e) {
            throw threw(offer, e instanceof ExceptionInInitializerError && e.getCause() != null ? e.getCause() : e);
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw new RefusedException(Type.FACTORY_FAILED, "its factory class " + offer.factory()
                    + " cannot be made; it must be public, not abstract, and have a public constructor without arguments.");
        }
    }

    private static RefusedException threw(Offer offer, Throwable cause) {
        return new RefusedException(Type.FACTORY_FAILED, "its factory class " + offer.factory() + " threw " + reason(cause)
                + "; a factory's constructor must only make the factory.");
    }

    /** The kind of error and the first line of its message. Messages of plugins may themselves throw. */
    static String reason(Throwable error) {
        String name = error.getClass().getSimpleName();
        try {
            String message = error.getMessage();
            if (message == null || message.isBlank()) {
                return name;
            }
            String line = message.lines().findFirst().orElse("").strip();
            return name + ": " + (line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line.replaceAll("\\.$", ""));
        } catch (RuntimeException | LinkageError e) {
            return name;
        }
    }
}
