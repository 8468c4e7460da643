package org.thaw.learners.imitation.internal;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.thaw.api.environment.World;
import org.thaw.tck.AgentContract;
import org.thaw.tck.StudentContract;
import org.thaw.tck.host.HostContext;

/** The learners of this module keep the contracts of their kinds. */
class ImitationContractTest {
    @Nested
    class BehaviourCloningKeepsIt extends StudentContract<BehaviourCloning.Config> {
        BehaviourCloningKeepsIt() {
            super(new BehaviourCloning.Factory(), new BehaviourCloning.Config(List.of(16), 4, 2, Recorded.DISTRIBUTIONS, 8, 0.01, false, 8));
        }
    }

    @Nested
    class AlgorithmDistillationKeepsIt extends StudentContract<AlgorithmDistillation.Config> {
        AlgorithmDistillationKeepsIt() {
            super(new AlgorithmDistillation.Factory(), Settings.transformer(8, 4, 0.01));
        }
    }

    @Nested
    class OnEverySecondEpisodeItKeepsItToo extends StudentContract<AlgorithmDistillation.Config> {
        OnEverySecondEpisodeItKeepsItToo() {
            super(new AlgorithmDistillation.Factory(), new AlgorithmDistillation.Config(1, 16, 2, 8, 12, 2, 4, 0.01, 10, 0, 1, Recorded.DISTRIBUTIONS, 1, 1, true, 8, List.of()));
        }
    }

    @Nested
    class RecurrentImitatorKeepsIt extends StudentContract<RecurrentImitator.Config> {
        RecurrentImitatorKeepsIt() {
            super(new RecurrentImitator.Factory(), Settings.gru(12, 4, 0.01));
        }
    }

    @Nested
    class DecisionPretrainedKeepsIt extends StudentContract<DecisionPretrained.Config> {
        DecisionPretrainedKeepsIt() {
            super(new DecisionPretrained.Factory(), Settings.dpt(16, 4, 0.01));
        }

        @Override
        protected World world(HostContext host) {
            return new TwoArms(host.random("good").nextInt(2));
        }
    }

    @Nested
    class Rl2KeepsIt extends AgentContract<Rl2.Config> {
        Rl2KeepsIt() {
            super(new Rl2.Factory(), Settings.rl2(16, 16, 2, 0.01));
        }
    }
}
