package org.thaw.metrics.streams.internal;

import org.junit.jupiter.api.Nested;

/** Every metric of streams keeps the contract of metrics. */
class StreamMetricsContractTest {
    @Nested
    class PrequentialAccuracyKeepsIt extends StreamMetricContract<None> {
        PrequentialAccuracyKeepsIt() {
            super(new PrequentialAccuracy.Factory(), new None());
        }
    }

    @Nested
    class PrequentialAccuracyWindowedKeepsIt extends StreamMetricContract<Window> {
        PrequentialAccuracyWindowedKeepsIt() {
            super(new PrequentialAccuracyWindowed.Factory(), new Window(100));
        }
    }

    @Nested
    class PrequentialAccuracyFadingKeepsIt extends StreamMetricContract<PrequentialAccuracyFading.Config> {
        PrequentialAccuracyFadingKeepsIt() {
            super(new PrequentialAccuracyFading.Factory(), new PrequentialAccuracyFading.Config(0.99));
        }
    }

    @Nested
    class KappaKeepsIt extends StreamMetricContract<Window> {
        KappaKeepsIt() {
            super(new Kappa.Factory(), new Window(100));
        }
    }

    @Nested
    class KappaMKeepsIt extends StreamMetricContract<Window> {
        KappaMKeepsIt() {
            super(new KappaM.Factory(), new Window(100));
        }
    }

    @Nested
    class KappaTemporalKeepsIt extends StreamMetricContract<Window> {
        KappaTemporalKeepsIt() {
            super(new KappaTemporal.Factory(), new Window(100));
        }
    }

    @Nested
    class OnlineAccuracyKeepsIt extends StreamMetricContract<None> {
        OnlineAccuracyKeepsIt() {
            super(new OnlineAccuracy.Factory(), new None());
        }
    }

    @Nested
    class OnlineErrorKeepsIt extends StreamMetricContract<OnlineError.Config> {
        OnlineErrorKeepsIt() {
            super(new OnlineError.Factory(), new OnlineError.Config(0.2));
        }
    }
}
