package org.thaw.runtime.internal.context;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.thaw.api.Context;
import org.thaw.api.DataFile;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Spec;
import org.thaw.api.environment.Environment;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.learner.Learner;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.random.Streams;

/** The context of one plugin in one run. */
public final class RunContext implements Context {
    /** Takes the numbers that a plugin measures. */
    @FunctionalInterface
    public interface Measures {
        /** Takes one. */
        void measure(String name, double value);
    }

    private final RunServices services;
    private final Streams streams;
    private final String player;
    private final String path;
    private final Measures measures;
    private Path scratch;

    /**
     * The context of a player.
     *
     * @param player the role, for logs and scratch folders
     */
    public RunContext(RunServices services, Streams streams, String player, Measures measures) {
        this(services, streams, player, "", measures);
    }

    private RunContext(RunServices services, Streams streams, String player, String path, Measures measures) {
        this.services = services;
        this.streams = streams;
        this.player = player;
        this.path = path;
        this.measures = measures;
    }

    @Override
    public RandomStream random(String name) {
        return streams.get(path + name);
    }

    @Override
    public RandomStream random(String name, long key) {
        return streams.get(path + name, key);
    }

    @Override
    public System.Logger logger() {
        return new RunLogger(path.isEmpty() ? player : player + "/" + path, services.log());
    }

    @Override
    public Executor executor() {
        return Runnable::run;
    }

    @Override
    public Path scratch() {
        if (scratch == null) {
            scratch = services.scratch(player + "/" + path);
        }
        return scratch;
    }

    @Override
    public Path data(DataFile file) {
        return services.data(file);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Learner learner(String part, Spec spec, Signature signature) {
        Binding binding = services.bind(player + "/" + path + part, Plugin.Kind.LEARNER, spec);
        return services.guard(binding).get("create",
                () -> ((LearnerFactory<Record, Learner>) binding.plugin().factory()).create(binding.configuration(), signature, below(part)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Environment environment(String part, Spec spec) {
        Binding binding = services.bind(player + "/" + path + part, Plugin.Kind.ENVIRONMENT, spec);
        return services.guard(binding).get("create",
                () -> ((EnvironmentFactory<Record, Environment>) binding.plugin().factory()).create(binding.configuration(), below(part)));
    }

    private RunContext below(String part) {
        return new RunContext(services, streams, player, path + part + "/", (name, value) -> measures.measure(part + "/" + name, value));
    }

    @Override
    public void measure(String name, double value) {
        measures.measure(name, value);
    }

    @Override
    public void note(String key, String value) {
        services.notes().put(key, value);
    }
}
