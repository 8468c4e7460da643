package org.thaw.learners.inference.internal;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.thaw.api.Signature;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.environments.bandits.internal.BernoulliBandit;
import org.thaw.learners.bandits.internal.Ucb1;
import org.thaw.tck.StudentContract;
import org.thaw.tck.host.Chain;
import org.thaw.tck.host.HostContext;

/** The students of this module keep the contract of students. */
class InferenceContractTest {
    @Nested
    class ProgramClassKeepsIt extends StudentContract<ProgramClass.Config> {
        ProgramClassKeepsIt() {
            super(new ProgramClass.Factory(), Grids.few(ProgramClass.Kind.AUTO));
        }

        @Override
        protected int updatesToLearn() {
            return 12;
        }

        @Override
        protected double likeness() {
            return 0.85;
        }
    }

    @Nested
    class ProgramClassOnArmsKeepsIt extends StudentContract<ProgramClass.Config> {
        ProgramClassOnArmsKeepsIt() {
            super(new ProgramClass.Factory(), Grids.forArms());
        }

        @Override
        protected World world(HostContext host) {
            return new BernoulliBandit().create(new BernoulliBandit.Config(List.of(0.1, 0.9, 0.2), 3, 0, 0, 0, 50), host);
        }

        @Override
        protected Actor teacher(Signature signature, HostContext host, boolean tells) {
            return new Ucb1.Factory().create(new Ucb1.Config(1, 1), signature, host);
        }

        @Override
        protected int updatesToLearn() {
            return 4;
        }

        @Override
        protected double likeness() {
            return 0.95;
        }
    }

    private static Scratchpad.Config scratchpad(double use) {
        return new Scratchpad.Config(use, 3, 0.1, 5, 20, 0.1, 0.1, 200, 5, 10, 4);
    }

    @Nested
    class ScratchpadKeepsIt extends StudentContract<Scratchpad.Config> {
        ScratchpadKeepsIt() {
            super(new Scratchpad.Factory(), scratchpad(0.9));
        }
    }

    @Nested
    class ScratchpadWithoutNumbersKeepsIt extends StudentContract<Scratchpad.Config> {
        ScratchpadWithoutNumbersKeepsIt() {
            super(new Scratchpad.Factory(), scratchpad(0.9));
        }

        @Override
        protected World world(HostContext host) {
            return Chain.oneHot(host);
        }
    }
}
