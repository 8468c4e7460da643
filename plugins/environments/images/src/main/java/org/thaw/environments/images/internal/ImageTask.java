package org.thaw.environments.images.internal;

import java.util.Objects;
import org.thaw.api.Signature;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;

/** A plain data set: a stream of one task. */
record ImageTask(Signature signature, LabelledImages training, LabelledImages testing) implements TaskStream {
    @Override
    public int tasks() {
        return 1;
    }

    @Override
    public Examples train(int task) {
        Objects.checkIndex(task, tasks());
        return training;
    }

    @Override
    public Examples test(int task) {
        Objects.checkIndex(task, tasks());
        return testing;
    }
}
