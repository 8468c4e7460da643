package org.thaw.control.internal.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.thaw.control.HostGoneException;
import org.thaw.control.internal.wire.Message;
import org.thaw.control.internal.wire.RuntimeFolder;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.run.SwapRefusedException;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;
import org.thaw.runtime.run.WatchRefusedException;

/** An experiment in another host. While that host hangs, the latest known states stand; once it is gone, the folders tell. */
final class RemoteExperiment implements RunningExperiment {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Path socket;
    private final Duration patience;
    private volatile Message.Sight last;

    RemoteExperiment(Path socket, Message.Sight first, Duration patience) {
        this.socket = socket;
        this.last = first;
        this.patience = patience;
    }

    @Override
    public String name() {
        return last.name();
    }

    @Override
    public Path folder() {
        return last.folder();
    }

    @Override
    public List<RunStatus> runs() {
        try {
            if (Question.ask(socket, new Message.Experiment(folder()), patience) instanceof Message.Found found && !found.experiments().isEmpty()) {
                last = found.experiments().get(0);
                return last.runs();
            }
        } catch (HostGoneException e) {
            if (alive()) {
                return last.runs();
            }
        }
        return last.runs().stream().map(RemoteExperiment::fromFolder).toList();
    }

    private boolean alive() {
        return ProcessHandle.of(RuntimeFolder.pid(socket).orElse(-1)).map(ProcessHandle::isAlive).orElse(false);
    }

    private static RunStatus fromFolder(RunStatus run) {
        if (run.state().over()) {
            return run;
        }
        Optional<RunEnd> end = new RunFolder(run.folder()).end();
        RunStatus.State state = end.map(known -> known.done() ? RunStatus.State.DONE : RunStatus.State.FAILED).orElse(RunStatus.State.STOPPED);
        return new RunStatus(run.run(), run.learner(), run.environment(), run.seed(), state, state == RunStatus.State.DONE ? 1 : run.fraction(), run.phase(), run.score(),
                end.map(RunEnd::message).orElse(""), run.folder());
    }

    @Override
    public void stop() {
        tell("", Message.Order.STOP);
    }

    @Override
    public boolean stop(String run) {
        return tell(run, Message.Order.STOP);
    }

    @Override
    public void pause() {
        tell("", Message.Order.PAUSE);
    }

    @Override
    public boolean pause(String run) {
        return tell(run, Message.Order.PAUSE);
    }

    @Override
    public void resume() {
        tell("", Message.Order.RESUME);
    }

    @Override
    public boolean resume(String run) {
        return tell(run, Message.Order.RESUME);
    }

    private boolean tell(String run, Message.Order order) {
        return Question.ask(socket, new Message.Tell(folder(), run, order), patience) instanceof Message.Told told && told.there();
    }

    @Override
    public CompletableFuture<SwapResult> swap(String run, SwapRequest request) {
        return ask(new Message.Swap(folder(), run, request), "thaw-swap-elsewhere", answer -> {
            if (answer instanceof Message.Swapped done) {
                return done.result();
            }
            throw new SwapRefusedException(answer instanceof Message.Refused refused ? refused.message() : "no answer to a swap: " + answer);
        });
    }

    @Override
    public CompletableFuture<Film> watch(String run) {
        return ask(new Message.Watch(folder(), run), "thaw-watch-elsewhere", answer -> {
            if (answer instanceof Message.Watched seen) {
                return seen.film();
            }
            throw new WatchRefusedException(answer instanceof Message.Refused refused ? refused.message() : "no answer to a wish to watch: " + answer);
        });
    }

    /** In a thread of its own: the answer takes its time. */
    private <T> CompletableFuture<T> ask(Message question, String thread, Function<Message, T> understood) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread asking = new Thread(() -> {
            try {
                result.complete(understood.apply(Question.ask(socket, question, patience)));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        }, thread);
        asking.setDaemon(true);
        asking.start();
        return result;
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            if (runs().stream().allMatch(run -> run.state().over())) {
                return true;
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(left, LOOK.toNanos()));
        }
    }
}
