package org.thaw.learners.dyna.internal;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.api.Context;
import org.thaw.api.Signature;
import org.thaw.api.learner.Agent;
import org.thaw.tck.host.BareLife;
import org.thaw.tck.host.Chain;
import org.thaw.tck.host.HostContext;

class AllocationTest {
    private static final Signature SIGNATURE = Chain.numbered(new HostContext(1)).signature();

    static Stream<Function<Context, Agent>> agents() {
        return Stream.of(
                context -> new DynaQ.Factory().create(new DynaQ.Config(0.1, 0.9, 5, 0.1, 0.1, 10, 0), SIGNATURE, context),
                context -> new DynaQPlus.Factory().create(new DynaQPlus.Config(0.1, 0.9, 5, 0.001, 0.1, 0.1, 10, 0), SIGNATURE, context),
                context -> new PrioritizedSweeping.Factory().create(new PrioritizedSweeping.Config(0.1, 0.9, 5, 0, 0.1, 0.1, 10, 0), SIGNATURE, context));
    }

    @ParameterizedTest
    @MethodSource("agents")
    void actingLearningAndPlanningAllocateNothing(Function<Context, Agent> agent) {
        BareLife.allocatesNothing(agent, Chain.numbered(new HostContext(1)));
    }
}
