package org.thaw.environments.grids.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.thaw.api.Context;
import org.thaw.api.DataFile;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Spec;
import org.thaw.api.environment.Environment;
import org.thaw.api.learner.Learner;

/** Random streams and nothing else. */
final class TestContext implements Context {
    final Map<String, TestStream> streams = new TreeMap<>();

    @Override
    public RandomStream random(String name) {
        return streams.computeIfAbsent(name, n -> new TestStream(n.hashCode()));
    }

    /** Brings every stream to where another context's stands. */
    void copyStreams(TestContext other) {
        other.streams.forEach((name, stream) -> ((TestStream) random(name)).state = stream.state);
    }

    @Override
    public RandomStream random(String name, long key) {
        return new TestStream(31 * name.hashCode() + key);
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
