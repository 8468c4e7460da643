package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/** Each fault in how a plugin is announced and configured is found by the check that is for it. */
class BrokenConfigurationsTest {
    /** Counts events. */
    private static final class Counting implements Metric {
        private long events;

        @Override
        public void on(Event event) {
            events++;
        }

        @Override
        public void report(Findings out) {
            out.scalar("learner", "counting", events);
        }
    }

    public record Undescribed(int size) {
    }

    public record BadDefault(@Parameter(value = "how many", byDefault = "0", range = "[1,*)") int size) {
    }

    public record DefaultOfAnotherType(@Parameter(value = "how many", byDefault = "some") int size) {
    }

    public record DefaultsRefused(@Parameter(value = "how many", byDefault = "3") int size) {
        public DefaultsRefused {
            if (size == 3) {
                throw new IllegalArgumentException("anything but 3");
            }
        }
    }

    public record Speechless(@Parameter(value = "how many", byDefault = "2", range = "[1,*)") int size) {
        public Speechless {
            if (size < 1) {
                throw new ArithmeticException();
            }
        }
    }

    private abstract static class Factory<C extends Record> implements MetricFactory<C> {
        @Override
        public Metric create(C configuration) {
            return new Counting();
        }
    }

    @Plugin(kind = Plugin.Kind.METRIC, id = "counting", summary = "Counts.")
    public static final class Sound<C extends Record> extends Factory<C> {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "counting", summary = "Counts.")
    public static final class OfAnotherKind extends Factory<BadDefault> {
    }

    static final class WithoutDescription extends MetricContract<Undescribed> {
        WithoutDescription() {
            super(new Sound<>(), new Undescribed(1));
        }
    }

    static final class WithBadDefault extends MetricContract<BadDefault> {
        WithBadDefault() {
            super(new Sound<>(), new BadDefault(1));
        }
    }

    static final class WithDefaultOfAnotherType extends MetricContract<DefaultOfAnotherType> {
        WithDefaultOfAnotherType() {
            super(new Sound<>(), new DefaultOfAnotherType(1));
        }
    }

    static final class WithDefaultsRefused extends MetricContract<DefaultsRefused> {
        WithDefaultsRefused() {
            super(new Sound<>(), new DefaultsRefused(1));
        }
    }

    static final class RefusingWithoutASentence extends MetricContract<Speechless> {
        RefusingWithoutASentence() {
            super(new Sound<>(), new Speechless(1));
        }
    }

    static final class Misannounced extends MetricContract<BadDefault> {
        Misannounced() {
            super(new OfAnotherKind(), new BadDefault(1));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(WithoutDescription.class, Set.of("describesEveryHyperparameter")),
                arguments(WithBadDefault.class, Set.of("defaultsAreValid")),
                arguments(WithDefaultOfAnotherType.class, Set.of("defaultsAreValid")),
                arguments(WithDefaultsRefused.class, Set.of("defaultsAreValid")),
                arguments(RefusingWithoutASentence.class, Set.of("refusesValuesOutOfRangeWithASentence")),
                arguments(Misannounced.class, Set.of("isAnnouncedAsWhatItIs", "defaultsAreValid")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void areFound(Class<?> contract, Set<String> checks) {
        assertEquals(checks, Runs.failures(contract));
    }
}
