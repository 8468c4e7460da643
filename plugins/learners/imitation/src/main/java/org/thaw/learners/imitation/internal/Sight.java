package org.thaw.learners.imitation.internal;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.toolkit.Observations;

/**
 * How observations are shown to a network: as {@link Observations} write them, or, with factors, a number as the digits that it has in these bases, the last
 * one fastest, each as so many values of which one is 1. With factors [rows, columns] a numbered cell becomes its row and its column, so that what was learned
 * of some cells says something of their neighbours.
 */
final class Sight {
    static final String FACTORS = "bases whose digits a numbered observation is split into, the last one fastest, such as [rows, columns]; []: not split";

    private final Observations whole;
    private final int[] factors;
    private final int size;

    /** @throws IllegalArgumentException if the factors do not hold all observations; {@code plugin} is who wants them, for the message */
    Sight(String plugin, Space input, List<Integer> factors) {
        this.whole = new Observations(input);
        this.factors = factors.stream().mapToInt(Integer::intValue).toArray();
        this.size = factors.isEmpty() ? whole.size() : Arrays.stream(this.factors).sum();
        if (!factors.isEmpty()) {
            long product = Arrays.stream(this.factors).asLongStream().reduce(1, Math::multiplyExact);
            if (!(input instanceof Space.Categorical numbers) || Arrays.stream(this.factors).anyMatch(f -> f < 2) || product < numbers.count()) {
                throw new IllegalArgumentException(plugin + ": factors " + factors + " do not split observations of " + input
                        + "; expected numbered observations, and bases from 2 whose product is at least their count");
            }
        }
    }

    /** How many numbers an observation takes. */
    int size() {
        return size;
    }

    /** Writes an observation to {@code to[at … at + size())}. */
    void write(Tensor observation, float[] to, int at) {
        if (factors.length == 0) {
            whole.write(observation, to, at);
            return;
        }
        Arrays.fill(to, at, at + size, 0f);
        int rest = observation.ints()[0];
        int end = at + size;
        for (int i = factors.length - 1; i >= 0; i--) {
            end -= factors[i];
            to[end + rest % factors[i]] = 1;
            rest /= factors[i];
        }
    }
}
