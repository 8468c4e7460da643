package org.thaw.metrics.supervised.internal;

import org.junit.jupiter.api.Nested;
import org.thaw.tck.MetricContract;
import org.thaw.tck.SummaryContract;

/** The metrics of continual evaluation keep the contract of metrics, and what compares with a reference learner that of summaries. */
class ContinualEvaluationContractTest {
    @Nested
    class MinAccuracyKeepsIt extends MetricContract<None> {
        MinAccuracyKeepsIt() {
            super(new MinAccuracy.Factory(), new None());
        }
    }

    @Nested
    class WorstCaseAccuracyKeepsIt extends MetricContract<None> {
        WorstCaseAccuracyKeepsIt() {
            super(new WorstCaseAccuracy.Factory(), new None());
        }
    }

    @Nested
    class WindowedForgettingKeepsIt extends MetricContract<Windowed> {
        WindowedForgettingKeepsIt() {
            super(new WindowedForgetting.Factory(), new Windowed(10));
        }
    }

    @Nested
    class WindowedPlasticityKeepsIt extends MetricContract<Windowed> {
        WindowedPlasticityKeepsIt() {
            super(new WindowedPlasticity.Factory(), new Windowed(10));
        }
    }

    @Nested
    class AreaUnderAccuracyKeepsIt extends MetricContract<None> {
        AreaUnderAccuracyKeepsIt() {
            super(new AreaUnderAccuracyMet.Factory(), new None());
        }
    }

    @Nested
    class AreaUnderAccuracyOfAllKeepsIt extends MetricContract<None> {
        AreaUnderAccuracyOfAllKeepsIt() {
            super(new AreaUnderAccuracyAll.Factory(), new None());
        }
    }

    @Nested
    class IntransigenceKeepsIt extends SummaryContract<Intransigence.Config> {
        IntransigenceKeepsIt() {
            super(new Intransigence.Factory(), new Intransigence.Config("first"));
        }
    }

    @Nested
    class ForwardTransferAgainstSingleTasksKeepsIt extends SummaryContract<ForwardTransferSingleTask.Config> {
        ForwardTransferAgainstSingleTasksKeepsIt() {
            super(new ForwardTransferSingleTask.Factory(), new ForwardTransferSingleTask.Config("first"));
        }
    }
}
