package org.thaw.shell.internal.verb;

import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Tells somebody who waits what for, once he has waited a little. */
final class Waiting {
    private static final long SILENCE_MILLIS = 3000;

    private Waiting() {
    }

    /** Does the work, here and now. */
    static <T> T saying(String sentence, PrintStream stream, Supplier<T> work) {
        return saying(sentence, stream, CompletableFuture.delayedExecutor(SILENCE_MILLIS, TimeUnit.MILLISECONDS), work);
    }

    /** @param later what runs the word to be said, after the silence */
    static <T> T saying(String sentence, PrintStream stream, Executor later, Supplier<T> work) {
        AtomicBoolean over = new AtomicBoolean();
        later.execute(() -> {
            if (!over.get()) {
                stream.println(sentence);
                stream.flush();
            }
        });
        try {
            return work.get();
        } finally {
            over.set(true);
        }
    }
}
