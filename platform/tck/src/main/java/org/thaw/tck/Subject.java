package org.thaw.tck;

import org.thaw.api.learner.Learner;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.MemoryState;

/** A learner under test with its host and what it meets, step by step. What it meets at a step depends on its data's seed and the step alone. */
abstract class Subject implements AutoCloseable {
    private final HostContext host;
    private final Learner learner;
    private int at;

    Subject(HostContext host, Learner learner) {
        this.host = host;
        this.learner = learner;
    }

    final Learner learner() {
        return learner;
    }

    final HostContext host() {
        return host;
    }

    /** The next step. */
    final Subject step() {
        step(at++);
        return this;
    }

    /** So many steps. */
    final Subject steps(int count) {
        for (int i = 0; i < count; i++) {
            step();
        }
        return this;
    }

    abstract void step(int i);

    /** Asks what an evaluation asks: nothing of it may matter later. */
    abstract void examine();

    /** Goes on where another one stands: the plugin by what it saved, the host's own by copying. */
    final void takeOver(Subject other) {
        MemoryState.of(other.learner).into(learner);
        takeOverSurroundings(other);
        MemoryState.of(other.host).into(host);
        at = other.at;
    }

    void takeOverSurroundings(Subject other) {
    }

    /** Where the two differ in what they saved, where their random streams stand and how they answer; empty if they do not. */
    String difference(Subject other) {
        String state = MemoryState.of(learner).difference(MemoryState.of(other.learner));
        if (!state.isEmpty()) {
            return "saved state: " + state;
        }
        if (learner.updates() != other.learner.updates()) {
            return "updates() " + learner.updates() + " against " + other.learner.updates();
        }
        String streams = MemoryState.of(host).difference(MemoryState.of(other.host));
        return streams.isEmpty() ? "" : "positions of random streams: " + streams;
    }

    @Override
    public void close() {
        learner.close();
    }
}
