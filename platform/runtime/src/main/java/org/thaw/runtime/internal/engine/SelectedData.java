package org.thaw.runtime.internal.engine;

import java.util.List;
import java.util.function.IntConsumer;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;

/** The data that a learner may go over again; whoever meters it learns of each batch, before it is handed out. */
final class SelectedData implements Data {
    /** A task's examples and the cue they come with. */
    record Task(ExampleSet examples, Cue cue) {
    }

    private final List<Task> tasks;
    private final Cue cue;
    private final IntConsumer meter;

    SelectedData(List<Task> tasks, Cue cue, IntConsumer meter) {
        this.tasks = tasks;
        this.cue = cue;
        this.meter = meter;
    }

    private ExampleSet all() {
        return ExampleSet.union(tasks.stream().map(Task::examples).toList());
    }

    @Override
    public int tasks() {
        return tasks.size();
    }

    @Override
    public Data task(int index) {
        Task task = tasks.get(index);
        return new SelectedData(List.of(task), task.cue(), meter);
    }

    @Override
    public int size() {
        return tasks.stream().mapToInt(task -> task.examples().size()).sum();
    }

    @Override
    public Cue cue() {
        return cue;
    }

    @Override
    public Batches inOrder(int batchSize) {
        return new Pass(all(), Orders.ascending(size()), batchSize);
    }

    @Override
    public Batches shuffled(int batchSize, RandomStream order) {
        return new Pass(all(), order.permutation(size()), batchSize);
    }

    @Override
    public Batches drawn(int batchSize, RandomStream draws) {
        return new Draws(all(), batchSize, draws);
    }

    private abstract class Reading implements Batches {
        final ExampleSet set;
        final int batchSize;
        private final BatchBuffers buffers;

        Reading(ExampleSet set, int batchSize) {
            if (batchSize < 1) {
                throw new IllegalArgumentException("a batch has at least 1 example, not " + batchSize);
            }
            this.set = set;
            this.batchSize = batchSize;
            this.buffers = new BatchBuffers(set);
        }

        void read(int[] order, int from, int rows) {
            meter.accept(rows);
            buffers.read(order, from, rows);
        }

        @Override
        public Tensor inputs() {
            return buffers.inputs();
        }

        @Override
        public Tensor targets() {
            return buffers.targets();
        }
    }

    private final class Pass extends Reading {
        private final int[] order;
        private int at;

        Pass(ExampleSet set, int[] order, int batchSize) {
            super(set, batchSize);
            this.order = order;
        }

        @Override
        public boolean next() {
            if (at >= order.length) {
                return false;
            }
            int rows = Math.min(batchSize, order.length - at);
            read(order, at, rows);
            at += rows;
            return true;
        }
    }

    private final class Draws extends Reading {
        private final int[] drawn;
        private final RandomStream draws;

        Draws(ExampleSet set, int batchSize, RandomStream draws) {
            super(set, batchSize);
            this.drawn = new int[batchSize];
            this.draws = draws;
        }

        @Override
        public boolean next() {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = draws.nextInt(set.size());
            }
            read(drawn, 0, drawn.length);
            return true;
        }
    }
}
