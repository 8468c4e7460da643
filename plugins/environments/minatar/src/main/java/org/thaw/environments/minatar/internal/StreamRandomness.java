package org.thaw.environments.minatar.internal;

import org.thaw.api.RandomStream;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;

/** Chance from a stream of the host, which keeps its position: there is nothing to save here. */
final class StreamRandomness implements Randomness {
    private final RandomStream stream;

    StreamRandomness(RandomStream stream) {
        this.stream = stream;
    }

    @Override
    public double uniform() {
        return stream.nextDouble();
    }

    @Override
    public int integer(int n) {
        return stream.nextInt(n);
    }

    @Override
    public void save(StateWriter out) {
    }

    @Override
    public void restore(StateReader in) {
    }
}
