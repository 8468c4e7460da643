package org.thaw.control.internal.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.thaw.control.internal.wire.Message;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.launch.LaunchedRun;
import org.thaw.runtime.launch.RunListener;
import org.thaw.runtime.launch.RunOrder;
import org.thaw.runtime.launch.RunOver;
import org.thaw.runtime.launch.RunProgress;
import org.thaw.runtime.run.SwapRefusedException;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;
import org.thaw.runtime.run.WatchRefusedException;

/** One run as the host sees it, from its order to its end. What it is told before its process listens is kept. */
final class ChildRun implements LaunchedRun {
    private final RunOrder order;
    private final RunListener listener;
    private final List<Message> unsent = new ArrayList<>();
    private final Map<Long, CompletableFuture<SwapResult>> swaps = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<Film>> films = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private Optional<Consumer<Message>> child = Optional.empty();
    /** The listener's own: those who hold locks of theirs may call the methods here. */
    private final Object telling = new Object();
    private volatile RunProgress latest = new RunProgress(false, 0, "", OptionalDouble.empty(), "", 0);
    private volatile boolean stopping;
    private volatile boolean over;

    ChildRun(RunOrder order, RunListener listener) {
        this.order = order;
        this.listener = listener;
        unsent.add(new Message.Carry(order));
    }

    RunOrder order() {
        return order;
    }

    RunProgress latest() {
        return latest;
    }

    /** Whether it was told to stop. */
    boolean stopping() {
        return stopping;
    }

    /** Its process listens. */
    synchronized void reach(Consumer<Message> listening) {
        child = Optional.of(listening);
        unsent.forEach(listening);
        unsent.clear();
    }

    @Override
    public void stop() {
        stopping = true;
        send(new Message.Obey(Message.Order.STOP));
    }

    @Override
    public void pause() {
        send(new Message.Obey(Message.Order.PAUSE));
    }

    @Override
    public void resume() {
        send(new Message.Obey(Message.Order.RESUME));
    }

    @Override
    public CompletableFuture<SwapResult> swap(SwapRequest request) {
        CompletableFuture<SwapResult> result = new CompletableFuture<>();
        long number = numbers.incrementAndGet();
        swaps.put(number, result);
        if (!send(new Message.Exchange(number, request))) {
            refuse(number, "the run is over");
        }
        return result;
    }

    @Override
    public CompletableFuture<Film> watch() {
        CompletableFuture<Film> film = new CompletableFuture<>();
        long number = numbers.incrementAndGet();
        films.put(number, film);
        if (!send(new Message.Shoot(number))) {
            nothing(number, "the run is over");
        }
        return film;
    }

    private synchronized boolean send(Message message) {
        if (!over) {
            child.ifPresentOrElse(to -> to.accept(message), () -> unsent.add(message));
        }
        return !over;
    }

    void moved(RunProgress progress) {
        synchronized (telling) {
            if (!over) {
                latest = progress;
                listener.progress(progress);
            }
        }
    }

    void exchanged(long number, SwapResult result) {
        Optional.ofNullable(swaps.remove(number)).ifPresent(waiting -> waiting.complete(result));
    }

    void refuse(long number, String why) {
        Optional.ofNullable(swaps.remove(number)).ifPresent(waiting -> waiting.completeExceptionally(new SwapRefusedException(why)));
    }

    void shot(long number, Film film) {
        Optional.ofNullable(films.remove(number)).ifPresent(waiting -> waiting.complete(film));
    }

    void nothing(long number, String why) {
        Optional.ofNullable(films.remove(number)).ifPresent(waiting -> waiting.completeExceptionally(new WatchRefusedException(why)));
    }

    /** Tells the listener, unless it was told before. */
    void over(RunOver how) {
        synchronized (telling) {
            if (over) {
                return;
            }
            over = true;
            listener.over(how);
        }
        swaps.keySet().forEach(number -> refuse(number, "the run ended before it could be made"));
        films.keySet().forEach(number -> nothing(number, "the run was over before an episode could be filmed"));
    }
}
