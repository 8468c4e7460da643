package org.thaw.learners.tabular.internal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thaw.tck.host.BareLife;
import org.thaw.tck.host.Chain;
import org.thaw.tck.host.HostContext;

class AllocationTest {
    @Test
    void tabularQAllocatesNothing() {
        BareLife.allocatesNothing(context -> new TabularQ.Factory().create(new TabularQ.Config(0.1, 0.9, 0.1, 0.1, 10, 0),
                Chain.numbered(new HostContext(1)).signature(), context), Chain.numbered(new HostContext(1)));
    }

    @ParameterizedTest
    @EnumSource
    void sarsaLambdaAllocatesNothing(SarsaLambda.Trace trace) {
        BareLife.allocatesNothing(context -> new SarsaLambda.Factory().create(new SarsaLambda.Config(0.1, 0.9, 0.9, trace, 0.1, 0.1, 10, 0),
                Chain.numbered(new HostContext(1)).signature(), context), Chain.numbered(new HostContext(1)));
    }

    @ParameterizedTest
    @EnumSource
    void linearSarsaAllocatesNothing(LinearSarsa.Kind features) {
        LinearSarsa.Config config = new LinearSarsa.Config(0.1, 0.9, 0.9, SarsaLambda.Trace.DUTCH, 0.1, 0.1, 10, features, 8, 2, List.of(), List.of(), 4096);
        BareLife.allocatesNothing(context -> new LinearSarsa.Factory().create(config, Chain.oneHot(new HostContext(1)).signature(), context),
                Chain.oneHot(new HostContext(1)));
    }
}
