package org.thaw.protocols.lifetimes.internal;

import static org.thaw.api.protocol.Role.ENVIRONMENT;
import static org.thaw.api.protocol.Role.LEARNER;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Agent;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/**
 * One life: an agent in a world, told nothing, learning from its first step to its last. It is evaluated before the first step, at regular
 * points and after the last; each evaluation is in fresh worlds and leaves the life as it was. The life is one task: it begins and ends once,
 * however often it is looked at.
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
        long last = config.stretches() - 1;
        return () -> Stream.concat(
                Stream.of(evaluate()),
                LongStream.rangeClosed(0, last).boxed().flatMap(i -> Stream.of(live(i, i == 0, i == last), evaluate()))).iterator();
    }

    private Phase live(long stretch, boolean begin, boolean end) {
        return new Phase.Learn("live", LEARNER, new Experience.Life(ENVIRONMENT, THE_WORLD, config.stretch(stretch)), Cue.none(), begin, end);
    }

    private Phase evaluate() {
        return new Phase.Evaluate("evaluate", LEARNER,
                new Experience.Life(ENVIRONMENT, THE_WORLD, Budget.episodes(config.evaluationEpisodes())), Cue.none());
    }

    /** How long the life is and how often it is looked at. */
    public record Config(
            @Parameter(value = "length of the life in steps of all lanes together; 0 where it is given in episodes", byDefault = "0", range = "[0,*)") long steps,
            @Parameter(value = "length of the life in episodes of all lanes together; 0 where it is given in steps", byDefault = "0", range = "[0,*)") long episodes,
            @Parameter(value = "steps or episodes, as the life is counted, between evaluations; 0: only before the first and after the last",
                    byDefault = "0", range = "[0,*)") long evaluateEvery,
            @Parameter(value = "episodes of each evaluation", byDefault = "10", range = "[1,*)") int evaluationEpisodes) {
        public Config {
            if (steps > 0 == episodes > 0) {
                throw new IllegalArgumentException("steps " + steps + " and episodes " + episodes + ": give exactly one of the two, from 1");
            }
        }

        private long length() {
            return Math.max(steps, episodes);
        }

        /** In how many stretches the life is led. */
        long stretches() {
            return evaluateEvery == 0 ? 1 : (length() - 1) / evaluateEvery + 1;
        }

        /** The length of one of them; the last is shorter where {@code evaluateEvery} does not divide the life. */
        Budget stretch(long index) {
            long length = evaluateEvery == 0 ? length() : Math.min(evaluateEvery, length() - index * evaluateEvery);
            return steps > 0 ? Budget.steps(length) : Budget.episodes(length);
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
