package org.thaw.environments.wrappers.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.thaw.api.Context;
import org.thaw.api.RandomStream;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;

/**
 * A fixed order of n things: given, or drawn by the run's seed and a key, so that it is the same in all lanes and evaluations of a run. It is saved, so that a
 * world that is restored under another seed goes on as it was.
 */
final class Order {
    private Order() {
    }

    /**
     * The order. A drawn one is never the natural one where there is another: a change that changes nothing would be none.
     *
     * @param given the numbers 0 … n−1 in some order; empty: drawn
     * @throws IllegalArgumentException if other numbers are given
     */
    static int[] of(List<Integer> given, long key, int n, Context context) {
        int[] natural = IntStream.range(0, n).toArray();
        if (!given.isEmpty()) {
            int[] order = given.stream().mapToInt(Integer::intValue).toArray();
            check(order, n);
            return order;
        }
        RandomStream random = context.random("order", key);
        int[] order = random.permutation(n);
        while (n > 1 && Arrays.equals(natural, order)) {
            order = random.permutation(n);
        }
        return order;
    }

    private static void check(int[] order, int n) {
        if (!Arrays.equals(IntStream.range(0, n).toArray(), Arrays.stream(order).sorted().toArray())) {
            String shown = order.length <= 20 ? Arrays.toString(order) : order.length + " numbers";
            throw new IllegalArgumentException("order: " + shown + ", expected each number from 0 to " + (n - 1) + " once");
        }
    }

    static void save(int[] order, StateWriter out) {
        out.tensor(StateKind.MEMORY, "order", Tensor.of(order, order.length));
    }

    static void restore(int[] order, StateReader in) {
        Tensor saved = in.tensor("order");
        check(saved.ints(), order.length);
        Tensor.of(order, order.length).copyFrom(saved);
    }
}
