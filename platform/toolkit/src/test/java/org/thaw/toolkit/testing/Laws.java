package org.thaw.toolkit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.thaw.api.Context;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.Predictor;
import org.thaw.api.proof.host.ArrayData;
import org.thaw.api.proof.host.HostContext;
import org.thaw.api.proof.host.HostStream;
import org.thaw.api.proof.host.MemoryState;

/** What every predictor must keep, whatever it learns. */
public final class Laws {
    private Laws() {
    }

    /** Learns all tasks in turn; at each end the learner is shown all of them if {@code all}, else the one that ends. */
    public static void learn(Predictor learner, List<ArrayData> tasks, int epochs, boolean all) {
        HostStream order = new HostStream(5);
        for (ArrayData task : tasks) {
            learner.begin(task.cue());
            for (int i = 0; i < epochs; i++) {
                pass(learner, task, task.shuffled(8, order));
            }
            learner.end(task.cue(), all ? new AllTasks(tasks, task.cue()) : task);
        }
    }

    private static void pass(Predictor learner, Data task, Batches batches) {
        while (batches.next()) {
            learner.learn(batches.inputs(), batches.targets(), task.cue());
        }
    }

    /** After restoring, the next 100 batches and a task's end leave the same bits; saving changes nothing and is part of no change of updates. */
    public static void goesOnIdentically(Function<Context, Predictor> maker, boolean told, boolean all) {
        goesOnIdentically(maker, told, all, 2);
    }

    /** The same where {@code prepare()} draws random numbers, which follow from the run's seed: the restored one's is then 1, too. */
    public static void goesOnIdentically(Function<Context, Predictor> maker, boolean told, boolean all, long seed) {
        HostContext hostA = new HostContext(1);
        HostContext hostB = new HostContext(seed);
        Predictor original = maker.apply(hostA);
        Predictor restored = maker.apply(hostB);
        learn(original, tasks(told, 3), 2, all);
        learn(restored, tasks(told, 40), 1, all);
        MemoryState saved = MemoryState.of(original);
        assertTrue(saved.sameAs(MemoryState.of(original)), "two saves in a row differ");
        saved.into(restored);
        MemoryState.of(hostA).into(hostB);
        assertTrue(saved.sameAs(MemoryState.of(restored)), "what was restored is not what was saved");
        assertEquals(original.updates(), restored.updates());

        ArrayData task = tasks(told, 7).get(1);
        original.begin(task.cue());
        restored.begin(task.cue());
        HostStream order = new HostStream(9);
        Batches batches = task.drawn(7, order);
        for (int i = 0; i < 100 && batches.next(); i++) {
            MemoryState before = MemoryState.of(original);
            long updates = original.updates();
            Tensor inputs = batches.inputs();
            Tensor targets = batches.targets();
            original.learn(inputs, targets, task.cue());
            restored.learn(inputs, targets, task.cue());
            assertTrue(original.updates() > updates || before.sameAs(MemoryState.of(original)), "changed without counting an update");
        }
        Data shown = all ? new AllTasks(tasks(told, 7), task.cue()) : task;
        original.end(task.cue(), shown);
        restored.end(task.cue(), shown);
        assertTrue(MemoryState.of(original).sameAs(MemoryState.of(restored)), "went different ways");
        original.prepare();
        restored.prepare();
        batches = task.inOrder(5);
        while (batches.next()) {
            Tensor inputs = batches.inputs();
            assertTrue(original.predict(inputs, task.cue()).sameBits(restored.predict(inputs, task.cue())), "predict differently");
        }
    }

    /** Once its buffers have grown, a step allocates nothing: in the second task, with batches of one size. */
    public static void allocatesNothing(Function<Context, Predictor> maker, boolean told, boolean all) {
        Predictor learner = onPlainKernels(() -> maker.apply(new QuietContext(1)));
        List<ArrayData> tasks = tasks(told, 3);
        learn(learner, tasks.subList(0, 1), 2, all);
        Batches batches = tasks.get(1).inOrder(8);
        batches.next();
        Tensor inputs = batches.inputs();
        Tensor targets = batches.targets();
        learner.begin(tasks.get(1).cue());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        // a round in which the JVM itself allocates (linking a call site, say) proves nothing; some values cease to be objects once compiled
        for (int round = 0; round < 300 && least >= 200 * 8; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 200; i++) {
                learner.learn(inputs, targets, tasks.get(1).cue());
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        // reading the counter may cost a few bytes; a step that allocated would cost 200 times 16
        assertTrue(least < 200 * 8, "200 steps allocated " + least + " bytes");
    }

    /** Until it is compiled, the Vector API allocates on its own account. */
    private static <T> T onPlainKernels(Supplier<T> maker) {
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

    private static List<ArrayData> tasks(boolean told, long seed) {
        return told ? Blobs.told(seed, 13) : Blobs.untold(seed, 13);
    }
}
