package org.thaw.runtime.internal.fault;

import java.util.concurrent.atomic.AtomicReference;
import org.thaw.runtime.launch.LastWords;

/** The call into a plugin that a run is in, for whoever watches over it. Written by the run's thread. */
public final class Calls {
    /**
     * A call.
     *
     * @param plugin {@code learner ewc@0.1.0}
     * @param name   {@code learn}
     * @param place  where it stands among the last words of the process
     */
    public record Call(String plugin, String name, int place) {
        /** For people. */
        @Override
        public String toString() {
            return plugin.isEmpty() ? "" : plugin + " " + name;
        }
    }

    private final LastWords words;
    private final AtomicReference<Call> latest = new AtomicReference<>(new Call("", "", 0));

    /** Calls of which nothing stays if the process ends. */
    public Calls() {
        this(LastWords.nowhere());
    }

    /** Calls of which the last stays. */
    public Calls(LastWords words) {
        this.words = words;
    }

    /** A call that may be made. */
    Call of(String plugin, String name) {
        return new Call(plugin, name, words.place(plugin + " " + name));
    }

    /** A call begins. */
    public void enter(Call call) {
        latest.lazySet(call); // in every step: no fence
        words.enter(call.place());
    }

    /** The latest call; it may be over. */
    public Call latest() {
        return latest.get();
    }
}
