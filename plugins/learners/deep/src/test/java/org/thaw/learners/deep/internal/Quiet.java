package org.thaw.learners.deep.internal;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.thaw.api.Context;
import org.thaw.api.DataFile;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Spec;
import org.thaw.api.environment.Environment;
import org.thaw.api.learner.Learner;
import org.thaw.tck.host.HostContext;

/** A context that remembers no measurements. */
record Quiet(HostContext host) implements Context {
    Quiet(long seed) {
        this(new HostContext(seed));
    }

    @Override
    public RandomStream random(String name) {
        return host.random(name);
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
