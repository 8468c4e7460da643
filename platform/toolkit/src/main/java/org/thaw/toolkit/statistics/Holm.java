package org.thaw.toolkit.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction for many tests (Holm 1979): with p₍₁₎ ≤ … ≤ p₍ₘ₎ the corrected values are p̃₍ᵢ₎ = max<sub>j ≤ i</sub> min(1, (m − j + 1) p₍ⱼ₎).
 * Rejecting where p̃ ≤ α keeps the chance of any false rejection in the family at α or below, however the tests depend on each other.
 */
public final class Holm {
    private Holm() {
    }

    /**
     * The corrected values, in the order given.
     *
     * @param family how many tests there are in all. Those not given are taken to be the least significant, which is the cautious choice; fewer than
     *               are given means those given
     */
    public static double[] correct(double[] p, int family) {
        int m = Math.max(family, p.length);
        int[] order = IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble((Integer i) -> p[i])).mapToInt(Integer::intValue).toArray();
        double[] corrected = new double[p.length];
        double greatest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            greatest = Math.max(greatest, Math.min(1, (m - rank) * p[order[rank]]));
            corrected[order[rank]] = greatest;
        }
        return corrected;
    }
}
