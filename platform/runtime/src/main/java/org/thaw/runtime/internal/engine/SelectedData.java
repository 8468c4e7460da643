package org.thaw.runtime.internal.engine;

import java.util.List;
import java.util.function.IntConsumer;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;

/** The data that a learner may go over again; counts what is read. */
final class SelectedData implements Data {
    /** A task's examples and the cue they come with. */
    record Task(ExampleSet examples, Cue cue) {
    }

    private final List<Task> tasks;
    private final Cue cue;
    private final IntConsumer meter;
    private final ExampleSet all;

    SelectedData(List<Task> tasks, Cue cue, IntConsumer meter) {
        this.tasks = tasks;
        this.cue = cue;
        this.meter = meter;
        this.all = ExampleSet.union(tasks.stream().map(Task::examples).toList());
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
        return all.size();
    }

    @Override
    public Cue cue() {
        return cue;
    }

    @Override
    public Batches inOrder(int batchSize) {
        return new Pass(Orders.ascending(all.size()), batchSize);
    }

    @Override
    public Batches shuffled(int batchSize, RandomStream order) {
        return new Pass(order.permutation(all.size()), batchSize);
    }

    @Override
    public Batches drawn(int batchSize, RandomStream draws) {
        return new Reading() {
            private final int[] drawn = new int[batchSize];

            @Override
            public boolean next() {
                for (int i = 0; i < batchSize; i++) {
                    drawn[i] = draws.nextInt(all.size());
                }
                read(drawn, 0, batchSize);
                return true;
            }
        };
    }

    private abstract class Reading implements Batches {
        private final BatchBuffers buffers = new BatchBuffers(all.signature());

        void read(int[] order, int from, int rows) {
            buffers.read(all, order, from, rows);
            meter.accept(rows);
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
        private final int batchSize;
        private int at;

        Pass(int[] order, int batchSize) {
            this.order = order;
            this.batchSize = batchSize;
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
}
