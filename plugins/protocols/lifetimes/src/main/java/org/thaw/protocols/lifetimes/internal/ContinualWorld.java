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
 * Worlds one after the other, each once and for equally many steps, evaluated in all of them at regular points, the worlds to come included:
 * Wołczyk, Zając, Pascanu, Kuciński &amp; Miłoś 2021, Continual World: a robotic benchmark for continual reinforcement learning, section 4. The agent
 * is told which world it is in, as there.
 */
public final class ContinualWorld implements Protocol {
    private final Config config;

    ContinualWorld(Config config) {
        this.config = config;
    }

    @Override
    public List<Role> roles() {
        return Worlds.roles(config.worlds());
    }

    @Override
    public List<String> metrics() {
        return List.of("return-curve", "continual-world", "continual-gain", "recovery-time", "cost");
    }

    @Override
    public Signature signature(String learner, Planning planning) {
        return Worlds.union(config.worlds(), planning);
    }

    @Override
    public Iterable<Phase> plan(Planning planning) {
        Worlds.union(config.worlds(), planning); // refuses what cannot go together before anything is learned
        Look look = new Look(config.evaluationEpisodes(), config.evaluationSteps(), config.evaluationMode(), config.evaluationContext());
        return new Rounds(config.worlds(), 1, new Stretches(config.steps(), config.evaluateEvery()), look, config.tellTask(), config.tellBoundary()).plan();
    }

    /** The worlds and the budget of each. */
    public record Config(
            @Parameter(value = Worlds.NAMES + ", in the order in which they are visited") List<String> worlds,
            @Parameter(value = "steps in each world, Δ, of all lanes together", byDefault = "1000000", range = "[1,*)", source = "Wołczyk et al. 2021, section 4.2") long steps,
            @Parameter(value = "steps between evaluations; 0: only before the first step and after each world", byDefault = "20000", range = "[0,*)",
                    source = "the authors' published code") long evaluateEvery,
            @Parameter(value = Look.EPISODES, byDefault = "10", range = "[1,*)") int evaluationEpisodes,
            @Parameter(value = Look.STEPS, byDefault = "0", range = "[0,*)") long evaluationSteps,
            @Parameter(value = Look.MODE, byDefault = "exploit") Actor.Mode evaluationMode,
            @Parameter(value = Look.CONTEXT, byDefault = "fresh") Phase.Context evaluationContext,
            @Parameter(value = Look.TELL, byDefault = "true") boolean tellTask,
            @Parameter(value = Look.TELL_BOUNDARY, byDefault = "true") boolean tellBoundary) {
        public Config {
            Look.check(tellTask, tellBoundary);
            worlds = Worlds.checked(worlds, 1);
        }
    }

    /** Makes the protocol. */
    @Plugin(kind = Plugin.Kind.PROTOCOL, id = "continual-world", summary = "An agent lives in worlds one after the other, each once and equally long, evaluated in all of them.",
            source = "Wołczyk et al.: Continual World: a robotic benchmark for continual reinforcement learning. NeurIPS 2021, section 4")
    public static final class Factory implements ProtocolFactory<Config> {
        @Override
        public Protocol create(Config configuration) {
            return new ContinualWorld(configuration);
        }
    }
}
