package org.thaw.protocols.lifetimes.internal;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.thaw.api.learner.Actor;
import org.thaw.api.protocol.Phase;
import org.thaw.tck.ProtocolContract;

/** Lifetimes, in one world and in several, keep the contract of protocols. */
class LifetimeContractTest {
    private static final List<String> WORLDS = List.of("maze", "room", "hall");

    @Nested
    class LifetimeKeepsIt extends ProtocolContract<Lifetime.Config> {
        LifetimeKeepsIt() {
            super(new Lifetime.Factory(), new Lifetime.Config(1_000, 0, 300, 5, 0, Actor.Mode.EXPLOIT, Phase.Context.FRESH, false));
        }

        @Override
        protected Optional<String> defaultsDoNotSuffice() {
            return Optional.of("a life's length must be given");
        }
    }

    @Nested
    class TaskCycleKeepsIt extends ProtocolContract<TaskCycle.Config> {
        TaskCycleKeepsIt() {
            super(new TaskCycle.Factory(), new TaskCycle.Config(WORLDS, 2, 1_000, 300, 5, 0, Actor.Mode.EXPLOIT, Phase.Context.FRESH, true, true));
        }
    }

    @Nested
    class ContinualWorldKeepsIt extends ProtocolContract<ContinualWorld.Config> {
        ContinualWorldKeepsIt() {
            super(new ContinualWorld.Factory(), new ContinualWorld.Config(WORLDS, 1_000, 0, 5, 100, Actor.Mode.EXPLORE, Phase.Context.COPY, true, true));
        }
    }

    @Nested
    class SwitchKeepsIt extends ProtocolContract<Switch.Config> {
        SwitchKeepsIt() {
            super(new Switch.Factory(), new Switch.Config(1_000, 500, 300, true, true, true, 5, 0, Actor.Mode.EXPLOIT, Phase.Context.FRESH, false, false));
        }
    }
}
