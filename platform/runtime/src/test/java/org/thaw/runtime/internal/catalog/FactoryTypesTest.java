package org.thaw.runtime.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.environment.Environment;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.learner.Learner;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;
import org.thaw.api.metric.Metric;
import org.thaw.runtime.toys.Centroids;
import org.thaw.runtime.toys.Scripts;

class FactoryTypesTest {
    record Config() {
    }

    record Other() {
    }

    interface Named<L extends Learner, C extends Record> extends LearnerFactory<C, L> {
    }

    abstract static class Base<C extends Record, L extends Predictor> implements Named<L, C> {
        @Override
        public L create(C configuration, Signature signature, Context context) {
            throw new UnsupportedOperationException();
        }
    }

    static class Middle<X extends Centroids> extends Base<Config, X> {
    }

    static final class Leaf extends Middle<Centroids> {
    }

    static final class Open<C extends Record> extends Base<C, Centroids> {
    }

    @SuppressWarnings("rawtypes")
    static final class Raw implements EnvironmentFactory {
        @Override
        public Environment create(Record configuration, Context context) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void argumentsAreFollowedThroughGenericSuperclassesAndInterfaces() {
        assertEquals(new FactoryTypes(Config.class, Centroids.class), FactoryTypes.of(Plugin.Kind.LEARNER, new Leaf()));
    }

    @Test
    void anOpenProductIsAtLeastItsBound() {
        assertEquals(new FactoryTypes(Config.class, Centroids.class), FactoryTypes.of(Plugin.Kind.LEARNER, new Middle<>()));
    }

    @Test
    void metricsAndTheLikeMakeWhatTheirKindSays() {
        assertEquals(new FactoryTypes(Scripts.Count.Config.class, Metric.class), FactoryTypes.of(Plugin.Kind.METRIC, new Scripts.Count.Factory()));
    }

    @Test
    void anOpenConfigurationARawTypeAndAnotherKindAreRefused() {
        for (Object factory : new Object[] {new Open<Other>(), new Raw(), new Scripts.Count.Factory()}) {
            String message = assertThrows(IllegalArgumentException.class,
                    () -> FactoryTypes.of(factory instanceof Raw ? Plugin.Kind.ENVIRONMENT : Plugin.Kind.LEARNER, factory)).getMessage();
            assertTrue(message.contains("must implement") && message.contains("with a record type as its first argument"), message);
        }
    }
}
