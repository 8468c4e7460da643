package org.thaw.runtime.internal.engine;

import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;

/** What a learner is given at the end of a task of which no data is stored. */
record NoData(Cue cue) implements Data {
    @Override
    public int tasks() {
        return 0;
    }

    @Override
    public Data task(int index) {
        throw new IndexOutOfBoundsException("there is no stored data: no task " + index);
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public Batches inOrder(int batchSize) {
        throw new IllegalStateException("there is no stored data to read");
    }

    @Override
    public Batches shuffled(int batchSize, RandomStream order) {
        return inOrder(batchSize);
    }

    @Override
    public Batches drawn(int batchSize, RandomStream draws) {
        return inOrder(batchSize);
    }
}
