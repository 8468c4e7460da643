package org.thaw.learners.architecture.internal;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.thaw.tck.PredictorContract;
import org.thaw.toolkit.Classifier.Rule;
import org.thaw.toolkit.Start;

/** Learners that share out their network keep the contract of predictors. */
class ArchitectureContractTest {
    private static final List<Integer> HIDDEN = List.of(16);

    @Nested
    class MultiHeadKeepsIt extends PredictorContract<MultiHead.Config> {
        MultiHeadKeepsIt() {
            super(new MultiHead.Factory(), new MultiHead.Config(HIDDEN, Rule.ADAM, 0.01, Start.PYTORCH));
        }
    }

    @Nested
    class PackNetKeepsIt extends PredictorContract<PackNet.Config> {
        PackNetKeepsIt() {
            super(new PackNet.Factory(), new PackNet.Config(HIDDEN, Rule.ADAM, 0.01, 0.75, 0.5));
        }
    }
}
