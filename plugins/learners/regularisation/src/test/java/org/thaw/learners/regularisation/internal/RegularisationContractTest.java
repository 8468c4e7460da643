package org.thaw.learners.regularisation.internal;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.thaw.tck.PredictorContract;
import org.thaw.toolkit.Classifier.Rule;

/** Every regulariser keeps the contract of predictors. */
class RegularisationContractTest {
    private static final List<Integer> HIDDEN = List.of(16);

    @Nested
    class EwcKeepsIt extends PredictorContract<Ewc.Config> {
        EwcKeepsIt() {
            super(new Ewc.Factory(), new Ewc.Config(HIDDEN, Rule.ADAM, 0.01, 100, FisherDiagonal.Information.EXACT, 0));
        }
    }

    @Nested
    class SampledEwcKeepsIt extends PredictorContract<Ewc.Config> {
        SampledEwcKeepsIt() {
            super(new Ewc.Factory(), new Ewc.Config(HIDDEN, Rule.ADAM, 0.01, 100, FisherDiagonal.Information.EMPIRICAL, 8));
        }
    }

    @Nested
    class OnlineEwcKeepsIt extends PredictorContract<OnlineEwc.Config> {
        OnlineEwcKeepsIt() {
            super(new OnlineEwc.Factory(), new OnlineEwc.Config(HIDDEN, Rule.ADAM, 0.01, 100, 0.9, FisherDiagonal.Information.EXACT, 0));
        }
    }

    @Nested
    class LwfKeepsIt extends PredictorContract<Lwf.Config> {
        LwfKeepsIt() {
            super(new Lwf.Factory(), new Lwf.Config(HIDDEN, Rule.ADAM, 0.01, 2, Lwf.NewClasses.ZERO));
        }
    }

    @Nested
    class SynapticIntelligenceKeepsIt extends PredictorContract<SynapticIntelligence.Config> {
        SynapticIntelligenceKeepsIt() {
            super(new SynapticIntelligence.Factory(), new SynapticIntelligence.Config(HIDDEN, Rule.ADAM, 0.01, 1, 0.1));
        }
    }

    @Nested
    class MasKeepsIt extends PredictorContract<Mas.Config> {
        MasKeepsIt() {
            super(new Mas.Factory(), new Mas.Config(HIDDEN, Rule.ADAM, 0.01, 1, 0));
        }
    }
}
