package org.thaw.control.internal.launch;

import java.time.Duration;
import org.thaw.control.internal.host.Settings;

/**
 * How child processes are kept.
 *
 * @param silence   without a sign of life for so long, it is killed
 * @param allowance MiB for the JVM itself, beyond the limits of a run
 * @param idle      how long one without a run is kept for the next run
 * @param reuse     whether one whose run ended well may carry out another
 */
record Policy(Duration silence, int allowance, Duration idle, boolean reuse) {
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    static Policy of(Settings settings) {
        Duration silence = Duration.ofMillis(settings.silenceMillis());
        return new Policy(silence.compareTo(SHORTEST) < 0 ? SHORTEST : silence, settings.allowanceMegabytes(), Duration.ofMillis(settings.idleMillis()), settings.reuse());
    }

    /** That of a host without settings. */
    static Policy usual() {
        return new Policy(Duration.ofSeconds(10), 512, Duration.ofSeconds(1), true);
    }
}
