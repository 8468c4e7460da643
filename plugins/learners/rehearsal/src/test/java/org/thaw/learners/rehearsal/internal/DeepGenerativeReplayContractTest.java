package org.thaw.learners.rehearsal.internal;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.learners.rehearsal.internal.DeepGenerativeReplay.Targets;
import org.thaw.tck.PredictorContract;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.Blobs;
import org.thaw.toolkit.Classifier.Rule;

/** Deep generative replay keeps the contract of predictors, with hard and with soft targets. */
class DeepGenerativeReplayContractTest {
    @Nested
    class HardKeepsIt extends Contract {
        HardKeepsIt() {
            super(Targets.HARD);
        }
    }

    @Nested
    class SoftKeepsIt extends Contract {
        SoftKeepsIt() {
            super(Targets.SOFT);
        }
    }

    abstract static class Contract extends PredictorContract<DeepGenerativeReplay.Config> {
        Contract(Targets targets) {
            super(new DeepGenerativeReplay.Factory(),
                    new DeepGenerativeReplay.Config(List.of(16), Rule.ADAM, 0.01, targets, 2, List.of(16), 4, 0.01));
        }

        @Override
        protected Signature signature() {
            return new Signature(Space.Real.of(0, 1, 2), Blobs.SIGNATURE.output());
        }

        @Override
        protected List<ArrayData> tasks(long seed) {
            return super.tasks(seed).stream().map(Contract::withinOne).toList();
        }

        /** The blobs lie within −2 … 5. */
        private static ArrayData withinOne(ArrayData task) {
            float[][] inputs = Arrays.stream(task.inputs()).map(float[]::clone).toArray(float[][]::new);
            for (float[] input : inputs) {
                for (int i = 0; i < input.length; i++) {
                    input[i] = Math.min(1, Math.max(0, (input[i] + 2) / 7));
                }
            }
            return new ArrayData(inputs, task.targets(), task.cue());
        }
    }
}
