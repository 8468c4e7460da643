package org.thaw.metrics.imitation.internal;

import java.util.List;

/** What a test says of the essay's claim. */
enum Verdict {
    /** It holds here. */ SUPPORTED(1),
    /** Undetermined at this scale. */ UNDETERMINED(0),
    /** It does not hold here. */ REFUTED(-1),
    /** A gate was not passed, so the test does not count. */ NOT_COUNTED(Double.NaN);

    /** As findings hold it. */
    final double code;

    Verdict(double code) {
        this.code = code;
    }

    /** Refuted by one, supported by all that count. */
    static Verdict overall(List<Verdict> verdicts) {
        List<Verdict> counted = verdicts.stream().filter(verdict -> verdict != NOT_COUNTED).toList();
        if (counted.isEmpty()) {
            return NOT_COUNTED;
        }
        return counted.contains(REFUTED) ? REFUTED : counted.contains(UNDETERMINED) ? UNDETERMINED : SUPPORTED;
    }
}
