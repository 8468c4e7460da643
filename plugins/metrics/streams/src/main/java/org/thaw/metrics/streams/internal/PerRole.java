package org.thaw.metrics.streams.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.thaw.api.metric.Event;

/** One accumulator per role. A forked role starts with a copy of what its original had gathered: up to the fork they were the same learner. */
final class PerRole<A> {
    private final Map<String, A> accumulators = new LinkedHashMap<>();
    private final Supplier<A> fresh;
    private final UnaryOperator<A> copy;

    PerRole(Supplier<A> fresh, UnaryOperator<A> copy) {
        this.fresh = fresh;
        this.copy = copy;
    }

    /** That of a role. */
    A of(String role) {
        return accumulators.computeIfAbsent(role, r -> fresh.get());
    }

    /** A copy of a role was made. */
    void forked(Event.Forked fork) {
        accumulators.put(fork.as(), copy.apply(of(fork.role())));
    }

    /** All, in the order in which the roles appeared. */
    void forEach(BiConsumer<String, A> action) {
        accumulators.forEach(action);
    }
}
