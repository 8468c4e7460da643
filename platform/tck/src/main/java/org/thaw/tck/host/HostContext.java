package org.thaw.tck.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.thaw.api.Context;
import org.thaw.api.DataFile;
import org.thaw.api.MissingDataException;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Spec;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.environment.Environment;
import org.thaw.api.learner.Learner;

/** A context in memory. It saves what the host owns for a plugin: the positions of its random streams, those of nested plugins included. */
public final class HostContext implements Context, Stateful {
    /** Makes learners for {@link #learner}. */
    public interface LearnerMaker {
        Learner make(Spec spec, Signature signature, Context context);
    }

    /** Makes environments for {@link #environment}. */
    public interface EnvironmentMaker {
        Environment make(Spec spec, Context context);
    }

    /** The plugins that contexts know, by id. */
    public record Plugins(Map<String, LearnerMaker> learners, Map<String, EnvironmentMaker> environments) {
        /** None. */
        public static Plugins none() {
            return new Plugins(Map.of(), Map.of());
        }
    }

    private final long seed;
    private final Plugins plugins;
    private final Map<String, HostStream> streams = new TreeMap<>();
    private final Map<String, HostContext> children = new TreeMap<>();
    private final Map<String, List<Double>> measured = new TreeMap<>();
    private final Map<String, String> notes = new TreeMap<>();

    /** A context that knows no plugins. */
    public HostContext(long seed) {
        this(seed, Plugins.none());
    }

    /** A context that can make these plugins. */
    public HostContext(long seed, Plugins plugins) {
        this.seed = seed;
        this.plugins = plugins;
    }

    /** The numbers measured so far. */
    public Map<String, List<Double>> measured() {
        return measured;
    }

    @Override
    public RandomStream random(String name) {
        return streams.computeIfAbsent(name, n -> new HostStream(HostStream.seed(seed, n)));
    }

    @Override
    public RandomStream random(String name, long key) {
        return new HostStream(HostStream.seed(seed ^ HostStream.seed(key, "key"), name));
    }

    @Override
    public System.Logger logger() {
        return System.getLogger("tck");
    }

    @Override
    public Executor executor() {
        return Runnable::run;
    }

    @Override
    public Path scratch() {
        try {
            return Files.createTempDirectory("tck");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path data(DataFile file) {
        return file.places().stream().filter(Files::exists).findFirst().orElseThrow(() -> new MissingDataException(
                "no download in tests; wanted: " + file.dataset() + "/" + file.name() + " in one of " + file.places()));
    }

    @Override
    public Learner learner(String path, Spec spec, Signature signature) {
        return named(plugins.learners(), spec).make(spec, signature, child(path));
    }

    @Override
    public Environment environment(String path, Spec spec) {
        return named(plugins.environments(), spec).make(spec, child(path));
    }

    private static <T> T named(Map<String, T> makers, Spec spec) {
        T maker = makers.get(spec.plugin());
        if (maker == null) {
            throw new IllegalArgumentException("no plugin " + spec.plugin() + "; there are " + makers.keySet());
        }
        return maker;
    }

    private HostContext child(String path) {
        if (children.containsKey(path)) {
            throw new IllegalArgumentException("path " + path + " is taken");
        }
        HostContext child = new HostContext(HostStream.seed(seed, path + "/"), plugins);
        children.put(path, child);
        return child;
    }

    @Override
    public void measure(String name, double value) {
        measured.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    @Override
    public void note(String key, String value) {
        notes.put(key, value);
    }

    private record Positions(List<Position> streams) {
    }

    private record Position(String stream, long at) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.RANDOM, "streams",
                new Positions(streams.entrySet().stream().map(e -> new Position(e.getKey(), e.getValue().position())).toList()));
        children.forEach((path, child) -> out.part(path, child));
    }

    @Override
    public void restore(StateReader in) {
        // plugins hold on to their streams, so these are moved, not replaced; one that was not used when the state was saved starts over
        streams.forEach((name, stream) -> stream.position(HostStream.seed(seed, name)));
        if (in.has("streams")) {
            in.record("streams", Positions.class).streams().forEach(saved -> ((HostStream) random(saved.stream())).position(saved.at()));
        }
        children.forEach((path, child) -> in.part(path, child));
    }
}
