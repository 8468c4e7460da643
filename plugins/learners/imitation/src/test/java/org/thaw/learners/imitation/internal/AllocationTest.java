package org.thaw.learners.imitation.internal;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.thaw.api.Context;
import org.thaw.api.Signature;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Student;
import org.thaw.tck.host.BareLife;
import org.thaw.tck.host.Chain;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.StudentAllocation;

/** Once buffers have grown, neither acting nor observing nor studying takes memory. */
class AllocationTest {
    private static void none(World world, Function<Signature, Function<Context, Student>> student) {
        StudentAllocation.none(student.apply(world.signature()), world);
    }

    @Test
    void behaviourCloningAllocatesNothing() {
        BehaviourCloning.Config config = new BehaviourCloning.Config(List.of(8), 0, 3, Recorded.ACTIONS, 4, 0.01, false, 1);
        none(Chain.numbered(new HostContext(1)), signature -> context -> new BehaviourCloning.Factory().create(config, signature, context));
    }

    @Test
    void algorithmDistillationAllocatesNothing() {
        AlgorithmDistillation.Config config = new AlgorithmDistillation.Config(1, 8, 2, 6, 0, 2, 3, 0.01, 10, 0, 1, Recorded.DISTRIBUTIONS, 1, 0, false, 4, List.of());
        none(Chain.numbered(new HostContext(1)), signature -> context -> new AlgorithmDistillation.Factory().create(config, signature, context));
    }

    @Test
    void recurrentImitatorAllocatesNothing() {
        none(Chain.numbered(new HostContext(1)), signature -> context -> new RecurrentImitator.Factory().create(Settings.gru(6, 3, 0.01), signature, context));
    }

    @Test
    void decisionPretrainedAllocatesNothing() {
        none(new TwoArms(1), signature -> context -> new DecisionPretrained.Factory().create(Settings.dpt(6, 3, 0.01), signature, context));
    }

    @Test
    void rl2AllocatesNothing() {
        BareLife.allocatesNothing(context -> new Rl2.Factory().create(Settings.rl2(4, 20, 2, 0.01), Chain.numbered(new HostContext(1)).signature(), context),
                Chain.numbered(new HostContext(1)));
    }
}
