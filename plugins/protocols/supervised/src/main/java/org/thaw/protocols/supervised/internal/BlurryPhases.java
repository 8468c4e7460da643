package org.thaw.protocols.supervised.internal;

import static org.thaw.api.protocol.Role.ENVIRONMENT;
import static org.thaw.api.protocol.Role.LEARNER;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;

/** The phases of {@link TaskFree}, one after another: batches of one task in a row are one phase, cut where an evaluation is due. */
final class BlurryPhases implements Iterator<Phase> {
    private final TaskFreeConfig config;
    private final List<Task> tasks;
    private final RandomStream random;
    private final long batches;
    private final Queue<Phase> ready = new ArrayDeque<>();
    private long met;
    private int current;

    /** @param random fresh: the first batch asks it first */
    BlurryPhases(TaskFreeConfig config, List<Task> tasks, RandomStream random) {
        this.config = config;
        this.tasks = tasks;
        this.random = random;
        batches = (long) tasks.size() * config.iterations();
        tests();
        current = taskOf(0);
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || met < batches;
    }

    @Override
    public Phase next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the stream is over");
        }
        if (ready.isEmpty()) {
            learn();
        }
        return ready.remove();
    }

    private void learn() {
        long from = met;
        int task = current;
        boolean due = false;
        while (met < batches && current == task && !due) {
            met++;
            due = met == batches || config.evaluateEvery() > 0 && met % config.evaluateEvery() == 0;
            current = met < batches ? taskOf(met) : current;
        }
        Budget length = Budget.iterations(met - from);
        Experience experience = new Experience.Examples(ENVIRONMENT, task, Experience.Split.TRAIN, List.of(tasks.get(task).examples()), config.batch(), length);
        ready.add(new Phase.Learn("learn", LEARNER, experience, Cue.none(), false, false));
        if (due) {
            tests();
        }
    }

    /** Draws the task of a batch; asked once for each batch, in order. */
    private int taskOf(long batch) {
        int length = config.iterations();
        long boundary = (batch + length / 2) / length;
        double u = random.nextDouble();
        if (boundary == 0 || boundary == tasks.size()) {
            return (int) (batch / length);
        }
        return (int) (u < config.later(batch, boundary * length) ? boundary : boundary - 1);
    }

    private void tests() {
        tasks.forEach(task -> ready.add(task.test(config.batch(), Cue.none())));
    }
}
