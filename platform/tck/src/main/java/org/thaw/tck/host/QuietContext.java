package org.thaw.tck.host;

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

/** A context that allocates nothing once its streams are there, and remembers no measurements: for counting what a learner allocates. */
public final class QuietContext implements Context {
    private final HostContext host;
    private final Map<String, RandomStream> streams = new TreeMap<>();

    /** A context whose streams depend on the seed. */
    public QuietContext(long seed) {
        host = new HostContext(seed);
    }

    @Override
    public RandomStream random(String name) {
        RandomStream stream = streams.get(name);
        if (stream == null) {
            stream = host.random(name);
            streams.put(name, stream);
        }
        return stream;
    }

    @Override
    public RandomStream random(String name, long key) {
        return host.random(name, key);
    }

    @Override
    public System.Logger logger() {
        return host.logger();
    }

    @Override
    public Executor executor() {
        return host.executor();
    }

    @Override
    public Path scratch() {
        return host.scratch();
    }

    @Override
    public Path data(DataFile file) {
        return host.data(file);
    }

    @Override
    public Learner learner(String path, Spec spec, Signature signature) {
        return host.learner(path, spec, signature);
    }

    @Override
    public Environment environment(String path, Spec spec) {
        return host.environment(path, spec);
    }

    @Override
    public void measure(String name, double value) {
    }

    @Override
    public void note(String key, String value) {
    }
}
