package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.run.WatchRefusedException;

/** Those who want to see an episode of a run. All that wait are shown the same one. */
final class Watchers {
    private List<CompletableFuture<Film>> waiting = new ArrayList<>();
    private boolean served;

    synchronized void add(CompletableFuture<Film> answer) {
        waiting.add(answer);
    }

    /** Whether somebody waits, and nothing is being filmed for him. */
    synchronized boolean unserved() {
        return !served && !waiting.isEmpty();
    }

    /** Says whether something is being filmed for them. */
    synchronized void served(boolean now) {
        served = now;
    }

    void show(Film film) {
        answer(answer -> answer.complete(film));
    }

    void refuse(String why) {
        answer(answer -> answer.completeExceptionally(new WatchRefusedException(why)));
    }

    /** Outside the lock: whoever hears the answer may ask again. */
    private void answer(Consumer<CompletableFuture<Film>> answer) {
        List<CompletableFuture<Film>> all;
        synchronized (this) {
            all = waiting;
            waiting = new ArrayList<>();
            served = false;
        }
        all.forEach(answer);
    }
}
