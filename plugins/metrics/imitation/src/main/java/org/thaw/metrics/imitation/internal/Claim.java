package org.thaw.metrics.imitation.internal;

/**
 * A claim about a number, fixed before anything was run: where the number's interval must lie for the essay to be supported, and where to be refuted.
 *
 * @param pSupports one-sided, against "not supported"
 * @param pRefutes  one-sided, against "not refuted"; 1 if nothing would refute
 */
record Claim(Estimate estimate, double pSupports, double pRefutes) {
    /** Supported above one threshold, refuted below another. */
    static Claim above(Estimate estimate, double supportedAbove, double refutedBelow) {
        return new Claim(estimate, estimate.pAbove(supportedAbove), estimate.pBelow(refutedBelow));
    }

    /** A positive control: as expected below a threshold; it refutes nothing. */
    static Claim control(Estimate estimate, double expectedBelow) {
        return new Claim(estimate, estimate.pBelow(expectedBelow), 1);
    }

    /** Two-sided: at most one of the two can hold. */
    double p() {
        return Math.min(1, 2 * Math.min(pSupports, pRefutes));
    }

    /** @param corrected {@link #p} after the correction for the family */
    Verdict verdict(double corrected) {
        if (!(corrected <= 1 - Estimate.LEVEL)) {
            return Verdict.UNDETERMINED;
        }
        return pSupports <= pRefutes ? Verdict.SUPPORTED : Verdict.REFUTED;
    }
}
