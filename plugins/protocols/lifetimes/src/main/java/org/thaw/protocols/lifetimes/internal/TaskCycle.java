package org.thaw.protocols.lifetimes.internal;

import java.util.List;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.learner.Actor;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.api.protocol.Role;

/**
 * Worlds in a sequence that is gone through again and again, with evaluations in all of them all the while, the worlds to come included:
 * Powers, Xing, Kolve, Mottaghi &amp; Gupta 2022, CORA: benchmarks, baselines, and metrics as a platform for continual reinforcement learning agents,
 * section 3. That a task begins and ends is told unless {@code tellBoundary} is false; which one it is only where
 * {@code tellTask} says so.
 */
public final class TaskCycle implements Protocol {
    private final Config config;

    TaskCycle(Config config) {
        this.config = config;
    }

    @Override
    public List<Role> roles() {
        return Worlds.roles(config.worlds());
    }

    @Override
    public List<String> metrics() {
        return List.of("return-curve", "continual-gain", "recovery-time", "cost");
    }

    @Override
    public Signature signature(String learner, Planning planning) {
        return Worlds.union(config.worlds(), planning);
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        Worlds.union(config.worlds(), planning); // refuses what cannot go together before anything is learned
        Look look = new Look(config.evaluationEpisodes(), config.evaluationSteps(), config.evaluationMode(), config.evaluationContext());
        return new Rounds(config.worlds(), config.cycles(), new Stretches(config.steps(), config.evaluateEvery()), look, config.tellTask(), config.tellBoundary()).plan();
    }

    /** The worlds and how long the agent stays in each. */
    public record Config(
            @Parameter(value = Worlds.NAMES + ", in the order in which they are visited") List<String> worlds,
            @Parameter(value = "how often the whole sequence is gone through", byDefault = "2", range = "[1,*)", source = "Powers et al. 2022, Atari") int cycles,
            @Parameter(value = "steps of each stay, of all lanes together", range = "[1,*)") long steps,
            @Parameter(value = "steps between evaluations; 0: only before the first step and after each stay", byDefault = "0", range = "[0,*)") long evaluateEvery,
            @Parameter(value = Look.EPISODES, byDefault = "10", range = "[1,*)") int evaluationEpisodes,
            @Parameter(value = Look.STEPS, byDefault = "0", range = "[0,*)") long evaluationSteps,
            @Parameter(value = Look.MODE, byDefault = "exploit") Actor.Mode evaluationMode,
            @Parameter(value = Look.CONTEXT, byDefault = "fresh") Phase.Context evaluationContext,
            @Parameter(value = Look.TELL, byDefault = "false") boolean tellTask,
            @Parameter(value = Look.TELL_BOUNDARY, byDefault = "true") boolean tellBoundary) {
        public Config {
            Look.check(tellTask, tellBoundary);
            worlds = Worlds.checked(worlds, 1);
        }
    }

    /** Makes the protocol. */
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "task-cycle", summary = "An agent goes through a sequence of worlds again and again, evaluated in all of them.",
            source = "Powers et al.: CORA: benchmarks, baselines, and metrics as a platform for continual reinforcement learning agents. CoLLAs 2022, section 3")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Protocol create(Config configuration) {
            return new TaskCycle(configuration);
        }
    }
}
