package org.thaw.tck.host;

import java.util.List;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;

/**
 * What a learner with a privilege is shown: several tasks, with the cue of the present one.
 *
 * @param list the tasks
 * @param cue  the present cue
 */
public record AllTasks(List<ArrayData> list, Cue cue) implements Data {
    @Override
    public int tasks() {
        return list.size();
    }

    @Override
    public Data task(int index) {
        return list.get(index);
    }

    @Override
    public int size() {
        return list.stream().mapToInt(Data::size).sum();
    }

    @Override
    public Batches inOrder(int batchSize) {
        return Blobs.joined(list).inOrder(batchSize);
    }

    @Override
    public Batches shuffled(int batchSize, RandomStream order) {
        return Blobs.joined(list).shuffled(batchSize, order);
    }

    @Override
    public Batches drawn(int batchSize, RandomStream draws) {
        return Blobs.joined(list).drawn(batchSize, draws);
    }
}
