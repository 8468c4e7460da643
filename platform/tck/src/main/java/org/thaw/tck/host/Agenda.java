package org.thaw.tck.host;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Outcomes;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Portion;

/** What a plan may depend on, in memory: every environment has the same signature and tasks; outcomes are what was told so far. */
public final class Agenda implements Planning {
    private static final long EXAMPLES = 1000;
    private final long seed;
    private final Signature signature;
    private final int tasks;
    private final Map<String, Double> scores = new TreeMap<>();

    /** An environment of this signature and so many tasks plays every role. */
    public Agenda(long seed, Signature signature, int tasks) {
        this.seed = seed;
        this.signature = signature;
        this.tasks = tasks;
    }

    /** Ten classes of two numbers in one task, to be split by class. */
    public static Agenda ofClasses(long seed) {
        return new Agenda(seed, new Signature(Space.Real.of(0, 1, 2), new Space.Categorical(10)), 1);
    }

    /** A numbered world. */
    public static Agenda ofWorld(long seed) {
        return new Agenda(seed, new Signature(new Space.Categorical(6), new Space.Categorical(3)), 1);
    }

    /** The outcome of an evaluation. */
    public void tell(String phase, String role, String score, double value) {
        scores.put(key(phase, role, score), value);
    }

    /** Forgets all outcomes, as before a run. */
    public void forget() {
        scores.clear();
    }

    private static String key(String phase, String role, String score) {
        return phase + "\n" + role + "\n" + score;
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public RandomStream random(String name) {
        return new HostStream(HostStream.seed(seed, name));
    }

    @Override
    public Signature signature(String environment) {
        return signature;
    }

    @Override
    public int tasks(String environment) {
        return tasks;
    }

    /** A thousand, in any selection. */
    @Override
    public long examples(String environment, Experience.Split split, List<Portion> portions) {
        return EXAMPLES;
    }

    @Override
    public Outcomes outcomes() {
        return (phase, role, score) -> {
            Double value = scores.get(key(phase, role, score));
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        };
    }
}
