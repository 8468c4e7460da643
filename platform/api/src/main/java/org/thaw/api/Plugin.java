package org.thaw.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * Announces a plugin factory. The annotation becomes a capability in the bundle's manifest, so that the host knows what a jar offers
 * before it loads any class of it. The annotated class must be public, with a public constructor without arguments, and implement the
 * factory interface of its {@link #kind()}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Capability(namespace = Plugin.NAMESPACE, attribute = "class=${@class}")
public @interface Plugin {
    /** The namespace of the capability. */
    String NAMESPACE = "org.thaw.plugin";

    /** What the factory makes. */
    @Attribute("kind")
    Kind kind();

    /**
     * The stable name that experiment files use, lower-case words joined by hyphens: {@code experience-replay}. A variant may follow a slash:
     * {@code average-accuracy/diaz}. Never a class name.
     */
    @Attribute("id")
    String id();

    /** One sentence for lists and help. */
    @Attribute("summary")
    String summary();

    /** Where the idea comes from: paper, year, section; empty if there is nothing to cite. */
    @Attribute("source")
    String source() default "";

    /** The format of what {@link Stateful#save} writes, as {@code name:version}; see {@link StateId}. Empty: the id with version 1. */
    @Attribute("state")
    String state() default "";

    /** Formats besides its own that {@link Stateful#restore} can read, as {@code name:version}; what makes a hot swap possible. */
    @Attribute("accepts")
    String[] accepts() default {};

    /** What the plugin must see beyond its ordinary view. Metered: the report prints it beside the results. */
    @Attribute("privilege")
    Privilege privilege() default Privilege.CURRENT_DATA;

    /** What a factory makes. */
    enum Kind {
        /** {@code LearnerFactory}: predictors, agents, students. */
        LEARNER,
        /** {@code EnvironmentFactory}: task streams and worlds. */
        ENVIRONMENT,
        /** {@code ProtocolFactory}. */
        PROTOCOL,
        /** {@code MetricFactory}: over the events of one run. */
        METRIC,
        /** {@code SummaryFactory}: over the folders of many runs. */
        SUMMARY
    }
}
