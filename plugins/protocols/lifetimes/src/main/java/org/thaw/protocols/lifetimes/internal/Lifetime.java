package org.thaw.protocols.lifetimes.internal;

import static org.thaw.api.protocol.Role.ENVIRONMENT;
import static org.thaw.api.protocol.Role.LEARNER;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Agent;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/**
 * One life: an agent in a world, learning from its first step to its last. It is evaluated before the first step, at regular points and after
 * the last; each evaluation is in fresh worlds and leaves the life as it was. The life is one task: it begins and ends once, however often it is
 * looked at. Worlds without end are counted, and evaluated, in steps.
 */
public final class Lifetime implements Protocol {
    private static final int THE_WORLD = 0;
    private final Config config;

    Lifetime(Config config) {
        this.config = config;
    }

    @Override
    public List<Role> roles() {
        return List.of(Role.learner(Agent.class), Role.environment(World.class));
    }

    @Override
    public List<String> metrics() {
        return List.of("return-curve", "continual-gain", "swap-recovery", "cost");
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        Stretches life = config.life();
        return () -> Stream.concat(
                Stream.of(evaluate()),
                LongStream.range(0, life.count()).boxed().flatMap(i -> Stream.of(live(life, i), evaluate()))).iterator();
    }

    private Phase live(Stretches life, long i) {
        Budget budget = config.steps() > 0 ? Budget.steps(life.length(i)) : Budget.episodes(life.length(i));
        return new Phase.Learn("live", LEARNER, new Experience.Life(ENVIRONMENT, THE_WORLD, budget), Look.cue(config.tellTask(), true, THE_WORLD), i == 0, i == life.count() - 1);
    }

    private Phase evaluate() {
        Look look = new Look(config.evaluationEpisodes(), config.evaluationSteps(), config.evaluationMode(), config.evaluationContext());
        return look.in("evaluate", LEARNER, ENVIRONMENT, THE_WORLD, Look.cue(config.tellTask(), true, THE_WORLD));
    }

    /** How long the life is and how often it is looked at. */
    public record Config(
            @Parameter(value = "length of the life in steps of all lanes together; 0 where it is given in episodes", byDefault = "0", range = "[0,*)") long steps,
            @Parameter(value = "length of the life in episodes of all lanes together; 0 where it is given in steps", byDefault = "0", range = "[0,*)") long episodes,
            @Parameter(value = "steps or episodes, as the life is counted, between evaluations; 0: only before the first and after the last",
                    byDefault = "0", range = "[0,*)") long evaluateEvery,
            @Parameter(value = Look.EPISODES, byDefault = "10", range = "[1,*)") int evaluationEpisodes,
            @Parameter(value = Look.STEPS, byDefault = "0", range = "[0,*)") long evaluationSteps,
            @Parameter(value = Look.MODE, byDefault = "exploit") Actor.Mode evaluationMode,
            @Parameter(value = Look.CONTEXT, byDefault = "fresh") Phase.Context evaluationContext,
            @Parameter(value = Look.TELL, byDefault = "false") boolean tellTask) {
        public Config {
            if (steps > 0 == episodes > 0) {
                throw new IllegalArgumentException("steps " + steps + " and episodes " + episodes + ": give exactly one of the two, from 1");
            }
        }

        /** The life in stretches between evaluations. */
        Stretches life() {
            return new Stretches(Math.max(steps, episodes), evaluateEvery);
        }
    }

    /** Makes the protocol. */
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "lifetime", summary = "An agent lives in a world and learns; evaluated at regular points without disturbing its life.")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Protocol create(Config configuration) {
            return new Lifetime(configuration);
        }
    }
}
