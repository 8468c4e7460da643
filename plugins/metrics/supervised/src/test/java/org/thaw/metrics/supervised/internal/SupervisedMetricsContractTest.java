package org.thaw.metrics.supervised.internal;

import org.junit.jupiter.api.Nested;
import org.thaw.tck.MetricContract;

/** Every metric of tasks keeps the contract of metrics. */
class SupervisedMetricsContractTest {
    @Nested
    class AccuracyMatrixKeepsIt extends MetricContract<None> {
        AccuracyMatrixKeepsIt() {
            super(new AccuracyMatrix.Factory(), new None());
        }
    }

    @Nested
    class AnytimeAccuracyKeepsIt extends MetricContract<None> {
        AnytimeAccuracyKeepsIt() {
            super(new AnytimeAccuracy.Factory(), new None());
        }
    }

    @Nested
    class AverageAccuracyKeepsIt extends MetricContract<None> {
        AverageAccuracyKeepsIt() {
            super(new AverageAccuracy.Factory(), new None());
        }
    }

    @Nested
    class AverageAccuracyDiazKeepsIt extends MetricContract<None> {
        AverageAccuracyDiazKeepsIt() {
            super(new AverageAccuracyDiaz.Factory(), new None());
        }
    }

    @Nested
    class AverageIncrementalAccuracyKeepsIt extends MetricContract<None> {
        AverageIncrementalAccuracyKeepsIt() {
            super(new AverageIncrementalAccuracy.Factory(), new None());
        }
    }

    @Nested
    class BackwardTransferKeepsIt extends MetricContract<None> {
        BackwardTransferKeepsIt() {
            super(new BackwardTransfer.Factory(), new None());
        }
    }

    @Nested
    class BackwardTransferDiazKeepsIt extends MetricContract<None> {
        BackwardTransferDiazKeepsIt() {
            super(new BackwardTransferDiaz.Factory(), new None());
        }
    }

    @Nested
    class ForgettingKeepsIt extends MetricContract<None> {
        ForgettingKeepsIt() {
            super(new Forgetting.Factory(), new None());
        }
    }

    @Nested
    class ForwardTransferKeepsIt extends MetricContract<None> {
        ForwardTransferKeepsIt() {
            super(new ForwardTransfer.Factory(), new None());
        }
    }

    @Nested
    class ForwardTransferDiazKeepsIt extends MetricContract<None> {
        ForwardTransferDiazKeepsIt() {
            super(new ForwardTransferDiaz.Factory(), new None());
        }
    }

    @Nested
    class LearningAccuracyKeepsIt extends MetricContract<None> {
        LearningAccuracyKeepsIt() {
            super(new LearningAccuracy.Factory(), new None());
        }
    }
}
