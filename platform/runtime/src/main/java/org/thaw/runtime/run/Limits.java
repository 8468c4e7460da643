package org.thaw.runtime.run;

import java.time.Duration;
import java.util.Objects;

/**
 * What one run may take before it is ended as failed. None of it changes a result.
 *
 * @param call            the longest that a plugin may keep the run waiting in one call
 * @param phase           the longest that a phase may last
 * @param megabytes       heap of a child process, in MiB; as much again may be taken outside the heap
 */
public record Limits(Duration call, Duration phase, int megabytes) {
    public Limits {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(phase, "phase");
        if (call.isNegative() || call.isZero() || phase.isNegative() || phase.isZero() || megabytes < 32) {
            throw new IllegalArgumentException("limits must be positive, and memory at least 32 MiB: call " + call + ", phase " + phase + ", memory " + megabytes + " MiB");
        }
    }

    /** An hour for a call, a month for a phase, 2 GiB of heap. */
    public static Limits usual() {
        return new Limits(Duration.ofHours(1), Duration.ofDays(30), 2048);
    }
}
