package org.thaw.metrics.imitation.internal;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.metric.Findings;
import org.thaw.toolkit.statistics.Holm;

/** All claims that are tested together, corrected for their number by Holm's procedure. */
final class Family {
    static final String LEAST = "lifetimes that a verdict needs at least";
    static final String SIZE = "tests in the whole family where other experiments hold some of them, for the correction of Holm; 0: those found here";
    static final String RESAMPLES = "resamples of the bootstrap over lifetimes";

    private final int size;
    private final List<Claim> claims = new ArrayList<>();

    /** @param size tests at least */
    Family(int size) {
        this.size = size;
    }

    /** One more claim; returns its number. */
    int add(Claim claim) {
        claims.add(claim);
        return claims.size() - 1;
    }

    /** Tests that were announced and could not be made: they are taken for the least significant ones. */
    void addUntested(int count) {
        for (int i = 0; i < count; i++) {
            claims.add(new Claim(new Estimate(Double.NaN, new double[0]), 1, 1));
        }
    }

    /** What became of a claim, with all of the family present. */
    Verdict verdict(int claim) {
        return claims.get(claim).verdict(corrected()[claim]);
    }

    /** Tells a claim's number, interval and chances. */
    void tell(int claim, Findings out, String role, String metric) {
        claims.get(claim).estimate().tell(out, role, metric);
        out.scalar(role, metric + "/p", claims.get(claim).p());
        out.scalar(role, metric + "/p-holm", corrected()[claim]);
    }

    private double[] corrected() {
        return Holm.correct(claims.stream().mapToDouble(Claim::p).toArray(), size);
    }
}
