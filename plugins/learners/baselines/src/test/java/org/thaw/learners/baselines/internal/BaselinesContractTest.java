package org.thaw.learners.baselines.internal;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.thaw.api.Signature;
import org.thaw.tck.PredictorContract;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.toolkit.Classifier.Rule;

/** Every baseline keeps the contract of predictors. */
class BaselinesContractTest {
    private static final List<Integer> HIDDEN = List.of(16);

    @Nested
    class FinetuneKeepsIt extends PredictorContract<Finetune.Config> {
        FinetuneKeepsIt() {
            super(new Finetune.Factory(), new Finetune.Config(HIDDEN, Rule.ADAM, 0.01));
        }
    }

    @Nested
    class LabelsTrickKeepsIt extends PredictorContract<LabelsTrick.Config> {
        LabelsTrickKeepsIt() {
            super(new LabelsTrick.Factory(), new LabelsTrick.Config(HIDDEN, Rule.ADAM, 0.01));
        }
    }

    @Nested
    class CumulativeKeepsIt extends PredictorContract<Cumulative.Config> {
        CumulativeKeepsIt() {
            super(new Cumulative.Factory(), new Cumulative.Config(HIDDEN, Rule.ADAM, 0.01));
        }
    }

    @Nested
    class JointKeepsIt extends PredictorContract<Joint.Config> {
        JointKeepsIt() {
            super(new Joint.Factory(), new Joint.Config(HIDDEN, Rule.ADAM, 0.01));
        }
    }

    @Nested
    class FrozenAtTask1KeepsIt extends PredictorContract<FrozenAtTask1.Config> {
        FrozenAtTask1KeepsIt() {
            super(new FrozenAtTask1.Factory(), new FrozenAtTask1.Config(HIDDEN, Rule.ADAM, 0.01));
        }
    }

    @Nested
    class SingleTaskKeepsIt extends PredictorContract<SingleTask.Config> {
        SingleTaskKeepsIt() {
            super(new SingleTask.Factory(), new SingleTask.Config(HIDDEN, Rule.ADAM, 0.01));
        }
    }

    @Nested
    class NearestClassMeanKeepsIt extends PredictorContract<NearestClassMean.Config> {
        NearestClassMeanKeepsIt() {
            super(new NearestClassMean.Factory(), new NearestClassMean.Config());
        }
    }

    @Nested
    class SldaKeepsIt extends PredictorContract<Slda.Config> {
        SldaKeepsIt() {
            super(new Slda.Factory(), new Slda.Config(1e-4));
        }
    }

    @Nested
    class GenerativeClassifierKeepsIt extends PredictorContract<GenerativeClassifier.Config> {
        GenerativeClassifierKeepsIt() {
            super(new GenerativeClassifier.Factory(), new GenerativeClassifier.Config(HIDDEN, 2, 0.01, 10));
        }

        @Override
        protected Signature signature() {
            return Blobs.UNIT_SIGNATURE;
        }

        @Override
        protected List<ArrayData> tasks(long seed) {
            return super.tasks(seed).stream().map(Blobs::withinOne).toList();
        }
    }
}
