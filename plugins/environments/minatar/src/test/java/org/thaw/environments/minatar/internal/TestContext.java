package org.thaw.environments.minatar.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.thaw.api.Context;
import org.thaw.api.DataFile;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Spec;
import org.thaw.api.environment.Environment;
import org.thaw.api.learner.Learner;

/** Random streams and nothing else. */
final class TestContext implements Context {
    final Map<String, RandomStream> streams = new TreeMap<>();
    private final Function<String, RandomStream> make;

    TestContext(Function<String, RandomStream> make) {
        this.make = make;
    }

    @Override
    public RandomStream random(String name) {
        return streams.computeIfAbsent(name, make);
    }

    @Override
    public RandomStream random(String name, long key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public System.Logger logger() {
        return System.getLogger("test");
    }

    @Override
    public Executor executor() {
        return Runnable::run;
    }

    @Override
    public Path scratch() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path data(DataFile file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Learner learner(String path, Spec spec, Signature signature) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Environment environment(String path, Spec spec) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void measure(String name, double value) {
    }

    @Override
    public void note(String key, String value) {
    }
}
