package org.thaw.tck;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.tck.host.Chain;
import org.thaw.tck.host.Decided;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.Lending;

/**
 * The contract of agents. Extend it once for each, with a configuration that is small and learns quickly. The agent lives two lives at once in a
 * row of six cells with a reward at its end, observed as a number or, if it refuses numbers, as a vector; override {@link #world} where that does
 * not suit.
 *
 * @param <C> the configuration record
 */
public abstract class AgentContract<C extends Record> extends LearnerContract<C> {
    private static final int LANES = 2;
    private static final int EVALUATION = 200;
    private static final double BETTER = 1.5;

    private final LearnerFactory<C, ? extends Agent> factory;

    /** The contract of what a factory makes of a configuration. */
    protected AgentContract(LearnerFactory<C, ? extends Agent> factory, C configuration) {
        super(factory, configuration);
        this.factory = factory;
    }

    /** A small world in which there is something to learn. */
    protected World world(HostContext host) {
        try {
            create(Chain.numbered(new HostContext(SEED)).signature(), host(SEED)).close();
            return Chain.numbered(host);
        } catch (IllegalArgumentException wantsVectors) {
            return Chain.oneHot(host);
        }
    }

    /** How many steps of each lane it takes to learn. */
    protected int stepsToLearn() {
        return 3_000;
    }

    @Override
    final int middle() {
        return AgentSubject.STEPS / 2;
    }

    @Override
    final int afterTheEnd() {
        return AgentSubject.STEPS + 2;
    }

    @Override
    final AgentSubject subject(Object factory, Record configuration, HostContext host, long data, Lending lending) {
        // the factory may come from another class loader; its configuration does, too
        @SuppressWarnings("unchecked")
        Agent agent = ((LearnerFactory<Record, Agent>) factory).create(configuration, world(new HostContext(SEED)).signature().withLanes(LANES), host);
        return new AgentSubject(host, agent, this::world, LANES, data, lending);
    }

    @Override
    final Agent create(Signature signature, HostContext host) {
        return factory.create(configuration(), signature.withLanes(LANES), host);
    }

    @Override
    final Score learned() {
        AgentSubject agent = (AgentSubject) subject(3, Lending.GIVEN).steps(stepsToLearn());
        agent.learner().prepare();
        HostContext host = host(SEED);
        AgentSubject chance = new AgentSubject(host, new Chance(host), this::world, LANES, 3, Lending.GIVEN);
        return new Score(agent.rewardPerStep(EVALUATION), BETTER * chance.rewardPerStep(EVALUATION));
    }

    @Test
    void actsLegallyInEveryMode() {
        AgentSubject subject = (AgentSubject) subject(3, Lending.GIVEN);
        subject.examine();
        subject.steps(middle()).examine();
        subject.steps(afterTheEnd()).examine();
    }

    @Test
    void servesASignatureOrRefusesItWithASentence() {
        Space vector = Space.Real.of(-1, 1, 3);
        Space few = new Space.Categorical(4);
        for (Signature other : List.of(new Signature(vector, few), new Signature(few, vector), new Signature(vector, vector), new Signature(few, few),
                new Signature(Space.Real.of(0, 1, 3, 2, 2), few))) {
            Optional<Agent> made = Sentences.madeOrRefused("the signature " + other, () -> create(other, host(SEED)));
            made.ifPresent(agent -> {
                StepBuffer step = new StepBuffer(other.withLanes(LANES), 0);
                Decision decision = new Decision(other);
                agent.policy(Actor.Mode.EXPLOIT, Cue.none()).act(step, decision);
                Decided.check(other, step, decision);
                agent.close();
            });
        }
    }
}
