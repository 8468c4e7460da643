package org.thaw.tck.host;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.thaw.api.Context;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.api.learner.Predictor;

/** Whether something allocates while it goes on: not part of any contract, but a promise of what is fast. */
public final class Allocation {
    /** A busy machine takes its time to compile. */
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final int ROUNDS = 20;

    private Allocation() {
    }

    /** A predictor's step allocates nothing: in the second task, with batches of one size. */
    public static void none(Function<Context, Predictor> maker, boolean told, boolean all) {
        Predictor learner = onPlainKernels(() -> maker.apply(new QuietContext(1)));
        List<ArrayData> tasks = told ? Blobs.told(3, 13) : Blobs.untold(3, 13);
        Supervised.learn(learner, tasks.subList(0, 1), 2, all);
        Batches batches = tasks.get(1).inOrder(8);
        batches.next();
        Tensor inputs = batches.inputs();
        Tensor targets = batches.targets();
        learner.begin(tasks.get(1).cue());
        free(200, () -> {
            for (int i = 0; i < 200; i++) {
                learner.learn(inputs, targets, tasks.get(1).cue());
            }
        });
    }

    /**
     * What is done in a round allocates nothing, once its buffers have grown.
     *
     * @param steps how many there are in a round
     * @throws AssertionError if every round allocates
     */
    public static void free(int steps, Runnable round) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        long begun = System.nanoTime();
        // reading the counter may cost a few bytes; a step that allocated would cost at least 16
        long allowed = steps * 8L;
        // a round in which the JVM itself allocates (linking a call site, say) proves nothing; some values cease to be objects once compiled
        for (int number = 0; least >= allowed && (number < ROUNDS || System.nanoTime() - begun < PATIENCE_NANOS); number++) {
            long before = threads.getThreadAllocatedBytes(thread);
            round.run();
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        if (least >= allowed) {
            throw new AssertionError(steps + " steps allocated " + least + " bytes");
        }
    }

    /** Until it is compiled, the Vector API allocates on its own account. */
    static <T> T onPlainKernels(Supplier<T> maker) {
        String before = System.setProperty("thaw.kernels", "plain");
        try {
            return maker.get();
        } finally {
            if (before == null) {
                System.clearProperty("thaw.kernels");
            } else {
                System.setProperty("thaw.kernels", before);
            }
        }
    }
}
