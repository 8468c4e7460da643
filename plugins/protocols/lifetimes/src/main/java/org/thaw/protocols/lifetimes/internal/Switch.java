package org.thaw.protocols.lifetimes.internal;

import static org.thaw.api.protocol.Role.LEARNER;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.learner.Actor;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/**
 * The world changes once. An agent lives in the world {@code before}; at the switch a copy of it is frozen, and then all live equally long in the world
 * {@code after}: the agent, the frozen copy {@value #FROZEN}, and {@value #FRESH}, a copy made before anything was learned. The frozen one shows
 * what was gained by going on learning, the fresh one what the life before was worth. How much changes at the switch (moves, observations, rewards,
 * goal, another game) is up to the two worlds.
 */
public final class Switch implements Protocol {
    static final String BEFORE = "before";
    static final String AFTER = "after";
    static final String FROZEN = LEARNER + "/frozen@switch";
    static final String FRESH = LEARNER + "/fresh";
    private static final List<String> WORLDS = List.of(BEFORE, AFTER);

    private final Config config;

    Switch(Config config) {
        this.config = config;
    }

    @Override
    public List<Role> roles() {
        return Worlds.roles(WORLDS);
    }

    @Override
    public List<String> metrics() {
        return List.of("return-curve", "continual-gain", "recovery-time", "cost");
    }

    @Override
    public Signature signature(String learner, Planning planning) {
        return Worlds.union(WORLDS, planning);
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        Worlds.union(WORLDS, planning); // refuses what cannot go together before anything is learned
        return () -> Stream.concat(Stream.concat(fresh(), first()), Stream.concat(change(), second())).iterator(); // flatMap would gather each part as a whole
    }

    private Stream<Phase> fresh() {
        return config.fresh() ? Stream.of(new Phase.Fork("fork a fresh agent", LEARNER, FRESH)) : Stream.of();
    }

    private Stream<Phase> first() {
        Stretches life = new Stretches(config.steps(), config.evaluateEvery());
        return Stream.concat(Stream.of(evaluate(LEARNER, 0)),
                LongStream.range(0, life.count()).boxed().flatMap(i -> Stream.of(live(LEARNER, 0, life, i), evaluate(LEARNER, 0))));
    }

    private Stream<Phase> change() {
        return config.frozen() ? Stream.of(new Phase.Fork("fork at the switch", LEARNER, FROZEN), new Phase.Freeze("freeze at the switch", FROZEN)) : Stream.of();
    }

    private Stream<Phase> second() {
        Stretches life = new Stretches(config.afterSteps() == 0 ? config.steps() : config.afterSteps(), config.evaluateEvery());
        Stream<Phase> arrival = arms().stream().map(role -> evaluate(role, 1));
        return Stream.concat(arrival, LongStream.range(0, life.count()).boxed().flatMap(i -> Stream.concat(
                arms().stream().flatMap(role -> Stream.of(live(role, 1, life, i), evaluate(role, 1))),
                config.evaluateBefore() ? Stream.of(evaluate(LEARNER, 0)) : Stream.of())));
    }

    /** Who lives in the world after. */
    private List<String> arms() {
        List<String> arms = new ArrayList<>(List.of(LEARNER));
        if (config.frozen()) {
            arms.add(FROZEN);
        }
        if (config.fresh()) {
            arms.add(FRESH);
        }
        return arms;
    }

    private Phase live(String role, int world, Stretches life, long i) {
        return new Phase.Learn("live " + WORLDS.get(world), role, new Experience.Life(WORLDS.get(world), world, Budget.steps(life.length(i))),
                Look.cue(config.tellTask(), config.tellBoundary(), world), i == 0, i == life.count() - 1);
    }

    private Phase evaluate(String role, int world) {
        Look look = new Look(config.evaluationEpisodes(), config.evaluationSteps(), config.evaluationMode(), config.evaluationContext());
        return look.in("evaluate " + WORLDS.get(world), role, WORLDS.get(world), world, Look.cue(config.tellTask(), config.tellBoundary(), world));
    }

    /** How long the agent lives in each world, who goes along, and how they are looked at. */
    public record Config(
            @Parameter(value = "steps in the world before, of all lanes together", range = "[1,*)") long steps,
            @Parameter(value = "steps of each agent in the world after; 0: as many as before", byDefault = "0", range = "[0,*)") long afterSteps,
            @Parameter(value = "steps between evaluations; 0: only where a life in a world begins and ends", byDefault = "0", range = "[0,*)") long evaluateEvery,
            @Parameter(value = "whether a copy, frozen at the switch, goes along", byDefault = "true") boolean frozen,
            @Parameter(value = "whether an agent that has learned nothing goes along", byDefault = "true") boolean fresh,
            @Parameter(value = "whether the agent is evaluated in the world before after the switch, too", byDefault = "false") boolean evaluateBefore,
            @Parameter(value = Look.EPISODES, byDefault = "10", range = "[1,*)") int evaluationEpisodes,
            @Parameter(value = Look.STEPS, byDefault = "0", range = "[0,*)") long evaluationSteps,
            @Parameter(value = Look.MODE, byDefault = "exploit") Actor.Mode evaluationMode,
            @Parameter(value = Look.CONTEXT, byDefault = "fresh") Phase.Context evaluationContext,
            @Parameter(value = Look.TELL, byDefault = "false") boolean tellTask,
            @Parameter(value = Look.TELL_BOUNDARY, byDefault = "true") boolean tellBoundary) {
        public Config {
            Look.check(tellTask, tellBoundary);
        }
    }

    /** Makes the protocol. */
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "switch", summary = "The world changes once; the agent goes on beside a frozen copy of itself and a fresh agent.")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Protocol create(Config configuration) {
            return new Switch(configuration);
        }
    }
}
