package org.thaw.learners.policygradient.internal;

import org.junit.jupiter.api.Nested;
import org.thaw.tck.AgentContract;

/** The agents of this module keep the contract of agents. */
class PolicyGradientContractTest {
    @Nested
    class ActorCriticLambdaKeepsIt extends AgentContract<ActorCriticLambda.Config> {
        ActorCriticLambdaKeepsIt() {
            super(new ActorCriticLambda.Factory(), Small.actorCritic(0.005));
        }
    }

    @Nested
    class PpoKeepsIt extends AgentContract<Ppo.Config> {
        PpoKeepsIt() {
            super(new Ppo.Factory(), Small.ppo(16, 4, 8));
        }
    }
}
