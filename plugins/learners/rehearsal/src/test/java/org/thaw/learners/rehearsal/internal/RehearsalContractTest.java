package org.thaw.learners.rehearsal.internal;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.thaw.api.Signature;
import org.thaw.learners.rehearsal.internal.DeepGenerativeReplay.Targets;
import org.thaw.tck.PredictorContract;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.toolkit.Classifier.Rule;
import org.thaw.toolkit.Selection;

/** Every learner that rehearses keeps the contract of predictors. */
class RehearsalContractTest {
    private static final List<Integer> HIDDEN = List.of(16);

    @Nested
    class ExperienceReplayKeepsIt extends PredictorContract<ExperienceReplay.Config> {
        ExperienceReplayKeepsIt() {
            super(new ExperienceReplay.Factory(), new ExperienceReplay.Config(HIDDEN, Rule.ADAM, 0.01, 20, Selection.Kind.CLASS_BALANCED, 0));
        }
    }

    @Nested
    class AGemKeepsIt extends PredictorContract<AGem.Config> {
        AGemKeepsIt() {
            super(new AGem.Factory(), new AGem.Config(HIDDEN, Rule.ADAM, 0.01, 20, Selection.Kind.CLASS_BALANCED, 0));
        }
    }

    @Nested
    class GemKeepsIt extends PredictorContract<Gem.Config> {
        GemKeepsIt() {
            super(new Gem.Factory(), new Gem.Config(HIDDEN, Rule.ADAM, 0.01, 10, 0.5));
        }
    }

    @Nested
    class DerKeepsIt extends PredictorContract<DarkExperienceReplay.Config> {
        DerKeepsIt() {
            super(new DarkExperienceReplay.Factory(), new DarkExperienceReplay.Config(HIDDEN, Rule.ADAM, 0.01, 20, 1));
        }
    }

    @Nested
    class DerPlusPlusKeepsIt extends PredictorContract<DarkExperienceReplay.PlusPlusConfig> {
        DerPlusPlusKeepsIt() {
            super(new DarkExperienceReplay.PlusPlusFactory(), new DarkExperienceReplay.PlusPlusConfig(HIDDEN, Rule.ADAM, 0.01, 20, 1, 0.5));
        }
    }

    @Nested
    class GDumbKeepsIt extends PredictorContract<GDumb.Config> {
        GDumbKeepsIt() {
            super(new GDumb.Factory(), new GDumb.Config(HIDDEN, 0.05, 20, 10, 8));
        }
    }

    @Nested
    class ICarlKeepsIt extends PredictorContract<ICarl.Config> {
        ICarlKeepsIt() {
            super(new ICarl.Factory(), new ICarl.Config(HIDDEN, Rule.ADAM, 0.01, 20, 0));
        }
    }

    @Nested
    class HardDeepGenerativeReplayKeepsIt extends PredictorContract<DeepGenerativeReplay.Config> {
        HardDeepGenerativeReplayKeepsIt() {
            super(new DeepGenerativeReplay.Factory(), new DeepGenerativeReplay.Config(HIDDEN, Rule.ADAM, 0.01, Targets.HARD, 2, HIDDEN, 4, 0.01));
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

    @Nested
    class SoftDeepGenerativeReplayKeepsIt extends PredictorContract<DeepGenerativeReplay.Config> {
        SoftDeepGenerativeReplayKeepsIt() {
            super(new DeepGenerativeReplay.Factory(), new DeepGenerativeReplay.Config(HIDDEN, Rule.ADAM, 0.01, Targets.SOFT, 2, HIDDEN, 4, 0.01));
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
