package org.thaw.runtime.internal.fault;

import java.util.concurrent.atomic.AtomicReference;

/** The call into a plugin that a run is in, for whoever watches over it. Written by the run's thread. */
public final class Calls {
    /**
     * A call.
     *
     * @param plugin {@code learner ewc@0.1.0}
     * @param name   {@code learn}
     */
    public record Call(String plugin, String name) {
        /** For people. */
        @Override
        public String toString() {
            return plugin.isEmpty() ? "" : plugin + " " + name;
        }
    }

    private static final Call NONE = new Call("", "");
    private final AtomicReference<Call> latest = new AtomicReference<>(NONE);

    /** A call begins. */
    public void enter(Call call) {
        latest.lazySet(call); // in every step: no fence
    }

    /** The latest call; it may be over. */
    public Call latest() {
        return latest.get();
    }
}
