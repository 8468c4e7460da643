package org.thaw.metrics.lifetimes.internal;

import org.junit.jupiter.api.Nested;
import org.thaw.tck.MetricContract;

/** Every metric of lifetimes keeps the contract of metrics. */
class LifetimeMetricsContractTest {
    @Nested
    class ReturnCurveKeepsIt extends MetricContract<None> {
        ReturnCurveKeepsIt() {
            super(new ReturnCurve.Factory(), new None());
        }
    }

    @Nested
    class ContinualGainKeepsIt extends MetricContract<None> {
        ContinualGainKeepsIt() {
            super(new ContinualGain.Factory(), new None());
        }
    }

    @Nested
    class SwapRecoveryKeepsIt extends MetricContract<None> {
        SwapRecoveryKeepsIt() {
            super(new SwapRecovery.Factory(), new None());
        }
    }

    @Nested
    class RecoveryTimeKeepsIt extends MetricContract<RecoveryTime.Config> {
        RecoveryTimeKeepsIt() {
            super(new RecoveryTime.Factory(), new RecoveryTime.Config(0));
        }
    }
}
