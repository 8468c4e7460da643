package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.internal.Isolation;
import org.thaw.tck.internal.Parameters;
import org.thaw.tck.internal.Records;
import org.thaw.tck.internal.Threads;

/**
 * What every plugin is held to, whatever it makes: its factory is announced, its hyperparameters are described, and nothing of it stays
 * when it was closed. Extend the contract of the plugin's kind rather than this one.
 *
 * @param <C> the configuration record
 */
public abstract class PluginContract<C extends Record> {
    private final Plugin.Kind kind;
    private final Object factory;
    private final C configuration;

    PluginContract(Plugin.Kind kind, Object factory, C configuration) {
        this.kind = kind;
        this.factory = factory;
        this.configuration = configuration;
    }

    /** The configuration that the plugin is tested with. */
    protected final C configuration() {
        return configuration;
    }

    /** A host for one object of this plugin. Override it where the plugin makes others through its context. */
    protected HostContext host(long seed) {
        return new HostContext(seed);
    }

    /** Why the declared defaults alone are refused, for plugins that want a choice; empty, as usual, if they are a valid configuration. */
    protected Optional<String> defaultsDoNotSuffice() {
        return Optional.empty();
    }

    /** Makes one, uses it as a run would, closes it. */
    abstract void useOnce(Object factory, Record configuration);

    final Plugin announced() {
        Plugin announced = factory.getClass().getAnnotation(Plugin.class);
        return announced == null ? fail(factory.getClass() + " carries no @Plugin: the host would not know of it") : announced;
    }

    @Test
    void isAnnouncedAsWhatItIs() throws NoSuchMethodException {
        Plugin announced = announced();
        assertEquals(kind, announced.kind(), "kind in @Plugin");
        assertTrue(announced.id().matches("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*"),
                () -> "id \"" + announced.id() + "\": expected lower-case words joined by hyphens");
        assertTrue(!announced.summary().isBlank(), "the summary in @Plugin is blank");
        assertTrue(Modifier.isPublic(factory.getClass().getModifiers()), () -> factory.getClass() + " is not public");
        assertTrue(Modifier.isPublic(factory.getClass().getDeclaredConstructor().getModifiers()), () -> factory.getClass() + " has no public constructor without arguments");
    }

    @Test
    void describesEveryHyperparameter() {
        for (RecordComponent component : configuration.getClass().getRecordComponents()) {
            Parameter parameter = component.getAnnotation(Parameter.class);
            assertTrue(parameter != null && !parameter.value().isBlank(), () -> component.getName() + " has no @Parameter that says what it means");
            assertTrue(Parameters.inRange(component, Records.value(configuration, component)),
                    () -> component.getName() + " of the tested configuration is not in " + parameter.range());
        }
    }

    @Test
    void defaultsAreValid() {
        RecordComponent[] components = configuration.getClass().getRecordComponents();
        for (RecordComponent component : components) {
            if (hasDefault(component)) {
                Object value = assertDoesNotThrow(() -> Parameters.byDefault(component), () -> "default of " + component.getName());
                assertTrue(Parameters.inRange(component, value), () -> "the default " + value + " of " + component.getName() + " is out of its range");
            }
        }
        defaultsDoNotSuffice().ifPresent(Assumptions::abort);
        if (Arrays.stream(components).allMatch(PluginContract::hasDefault)) {
            Object[] values = Arrays.stream(components).map(Parameters::byDefault).toArray();
            assertDoesNotThrow(() -> Records.make(configuration.getClass(), values), "the declared defaults together");
        }
    }

    private static boolean hasDefault(RecordComponent component) {
        Parameter parameter = component.getAnnotation(Parameter.class);
        return parameter != null && !parameter.byDefault().isEmpty();
    }

    /** The host checks declared ranges before it makes the record; a record that checks them itself must do it in the same way. */
    @Test
    void refusesValuesOutOfRangeWithASentence() {
        RecordComponent[] components = configuration.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            for (Object outside : components[i].getAnnotation(Parameter.class) == null ? List.of() : Parameters.outOfRange(components[i])) {
                Object[] values = Arrays.stream(components).map(c -> Records.value(configuration, c)).toArray();
                values[i] = outside;
                Sentences.madeOrRefused(components[i].getName() + " = " + outside, () -> Records.make(configuration.getClass(), values));
            }
        }
    }

    @Test
    void leavesNoThreads() {
        // what libraries start once for all is started here
        useOnce(factory, configuration);
        List<Thread> left = Threads.leftBy(() -> useOnce(factory, configuration));
        assertTrue(left.isEmpty(), () -> "threads still alive after close(): " + left);
    }

    /** A plugin that was replaced must leave the memory: no thread, static of another class, thread-local or shutdown hook may hold it. */
    @Test
    void leavesItsClassLoader() {
        assertTrue(Isolation.goesAfter(factory, configuration, this::useOnce),
                "the plugin's class loader cannot be collected after close(): something outside still holds an object or class of the plugin");
    }
}
