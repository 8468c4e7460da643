package org.thaw.control.internal.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.thaw.control.internal.host.Reception;
import org.thaw.control.internal.wire.Connection;
import org.thaw.control.internal.wire.Message;
import org.thaw.runtime.launch.LaunchedRun;
import org.thaw.runtime.launch.RunOver;
import org.thaw.runtime.launch.Stillness;
import org.thaw.runtime.run.Limits;

/**
 * A child process as its host sees it. It is watched by a clock: too long without a word, or too much memory, and it is killed. Whatever it says or
 * fails to say, a run that it held is given an end when the process is gone.
 */
final class Child implements Connection.Handler {
    static final Duration TICK = Duration.ofMillis(500);
    /** A JVM on a machine that is very busy. */
    private static final Duration START = Duration.ofMinutes(2);
    /** From the end of its work to the end of the process. */
    private static final Duration LEAVE = Duration.ofSeconds(30);

    /** For what is still in the socket of a process that is gone. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Limits limits;
    private final Policy policy;
    private final Stillness silence = new Stillness();
    private final Stillness idleness = new Stillness();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private Optional<Process> process = Optional.empty();
    private Optional<Output> output = Optional.empty();
    private Optional<Connection> connection = Optional.empty();
    private Optional<ChildRun> run = Optional.empty();
    private Optional<String> killed = Optional.empty();
    private boolean leaving;

    Child(Limits limits, Policy policy) {
        this.limits = limits;
        this.policy = policy;
    }

    synchronized void start(ChildCommand command, Reception reception, ChildRun first) throws IOException {
        run = Optional.of(first);
        try {
            Process started = command.start(limits, reception.path(), reception.expect(this::reached));
            process = Optional.of(started);
            output = Optional.of(new Output(started.getInputStream(), first.order().folder()));
            started.onExit().thenRunAsync(this::ended, task -> new Thread(task, "thaw-child-end").start());
        } catch (IOException e) {
            gone.complete(null);
            throw e;
        }
    }

    /** Gives it another run, if it is free for such a one. */
    synchronized boolean takes(ChildRun next) {
        if (run.isPresent() || leaving || connection.isEmpty() || closed.isDone() || limits.megabytes() != next.order().limits().megabytes()) {
            return false;
        }
        silence.reset();
        run = Optional.of(next);
        output.ifPresent(lines -> lines.follow(next.order().folder()));
        next.reach(connection.get()::send);
        return true;
    }

    synchronized boolean carries(LaunchedRun which) {
        return run.filter(mine -> mine == which).isPresent();
    }

    Optional<ProcessHandle> handle() {
        return process.map(Process::toHandle);
    }

    boolean gone() {
        return gone.isDone();
    }

    private synchronized Connection.Handler reached(Connection by) {
        connection = Optional.of(by);
        silence.reset();
        run.ifPresent(first -> first.reach(by::send));
        if (leaving) {
            by.finish();
        }
        return this;
    }

    @Override
    public void received(Message message) {
        Optional<ChildRun> current;
        synchronized (this) {
            silence.reset();
            current = run;
        }
        current.ifPresent(mine -> {
            if (message instanceof Message.Moved moved) {
                mine.moved(moved.progress());
            } else if (message instanceof Message.Exchanged done) {
                mine.exchanged(done.number(), done.result());
            } else if (message instanceof Message.NotExchanged not) {
                mine.refuse(not.number(), not.message());
            } else if (message instanceof Message.Shot shot) {
                mine.shot(shot.number(), shot.film());
            } else if (message instanceof Message.NotShot not) {
                mine.nothing(not.number(), not.message());
            } else if (message instanceof Message.Ended ended) {
                over(mine, ended.how());
            }
        });
    }

    private void over(ChildRun mine, RunOver said) {
        RunOver how = Verdicts.checked(mine, said);
        synchronized (this) {
            run = Optional.empty();
            idleness.reset();
            if (how.how() != RunOver.How.DONE || !policy.reuse()) {
                leave();
            }
        }
        mine.over(how);
    }

    @Override
    public void closed(Optional<String> why) {
        closed.complete(null);
    }

    /** Tells it to end: without its host, a child writes a checkpoint and goes. */
    synchronized void leave() {
        if (!leaving) {
            leaving = true;
            silence.reset();
            run.ifPresent(ChildRun::stop);
            connection.ifPresent(Connection::finish);
        }
    }

    /** Waits for the end of the process, and then ends it. */
    void await(Duration atMost) throws InterruptedException {
        try {
            gone.get(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            kill("it did not stop in time when its host ended");
        }
    }

    /** A look by the clock. */
    synchronized void tick() {
        if (process.isEmpty() || gone()) {
            return;
        }
        Duration still = silence.look();
        if (leaving) {
            if (still.compareTo(LEAVE) > 0) {
                kill("it did not end when it was told to");
            }
        } else if (run.isEmpty()) {
            if (idleness.look().compareTo(policy.idle()) > 0) {
                leave();
            }
        } else if (connection.isEmpty()) {
            if (still.compareTo(START) > 0) {
                kill("it did not come up within " + START.toSeconds() + " seconds");
            }
        } else if (still.compareTo(policy.silence()) > 0) {
            kill("it gave no sign of life for " + still.toSeconds() + " seconds");
        } else {
            Memory.excess(process.get().pid(), limits.megabytes(), policy.allowance()).ifPresent(this::kill);
        }
    }

    private synchronized void kill(String why) {
        if (killed.isEmpty()) {
            killed = Optional.of(why);
        }
        process.ifPresent(Process::destroyForcibly);
    }

    /** The process is gone. What it said last may still be on its way. */
    private void ended() {
        boolean connected;
        synchronized (this) {
            leaving = true;
            connected = connection.isPresent();
        }
        if (connected) {
            closed.completeOnTimeout(null, LAST_WORDS.toSeconds(), TimeUnit.SECONDS).join();
        }
        output.ifPresent(Output::await);
        Optional<ChildRun> unfinished;
        synchronized (this) {
            unfinished = run;
            run = Optional.empty();
        }
        unfinished.ifPresent(mine -> mine.over(Verdicts.afterEnd(mine, process.map(Process::exitValue).orElse(-1), killed, output.map(Output::last).orElse(""))));
        gone.complete(null);
    }
}
