package org.thaw.control.internal.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.thaw.api.environment.Step;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.launch.LastWords;
import org.thaw.runtime.launch.LaunchedRun;
import org.thaw.runtime.launch.Launcher;
import org.thaw.runtime.launch.RunListener;
import org.thaw.runtime.launch.RunOrder;
import org.thaw.runtime.launch.RunOver;
import org.thaw.runtime.launch.RunProgress;
import org.thaw.runtime.run.SwapRefusedException;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;
import org.thaw.runtime.run.WatchRefusedException;

/** Carries out "runs" in its process: each does what the file {@code script} in its folder says. */
public final class FakeEngine implements Launcher {
    @Override
    public String name() {
        return IN_PROCESS;
    }

    @Override
    public LaunchedRun launch(RunOrder order, RunListener listener) {
        Run run = new Run(order, listener);
        Thread thread = new Thread(run::carryOut, "run");
        thread.setDaemon(true);
        thread.start();
        return run;
    }

    private static final class Run implements LaunchedRun {
        private final RunOrder order;
        private final RunListener listener;
        private final CountDownLatch stop = new CountDownLatch(1);
        private volatile boolean paused;
        private long moves;

        Run(RunOrder order, RunListener listener) {
            this.order = order;
            this.listener = listener;
        }

        void carryOut() {
            try {
                Files.writeString(order.folder().resolve("pid"), Long.toString(ProcessHandle.current().pid()));
                move();
                String script = Files.readString(order.folder().resolve(Behaviour.SCRIPT));
                if (!behave(Behaviour.valueOf(script))) {
                    note("checkpoint");
                    listener.over(new RunOver(RunOver.How.STOPPED, ""));
                    return;
                }
                end("done", "");
                listener.over(new RunOver(RunOver.How.DONE, ""));
            } catch (Throwable e) {
                end("failed", String.valueOf(e));
                listener.over(new RunOver(RunOver.How.FAILED, String.valueOf(e)));
            }
        }

        /** Returns false if it was told to stop. */
        private boolean behave(Behaviour behaviour) throws Exception {
            switch (behaviour) {
                case WORK -> { }
                case WAIT -> {
                    while (stop.getCount() > 0) {
                        move();
                        LockSupport.parkNanos(20_000_000);
                    }
                    return false;
                }
                case THROW -> throw new IllegalStateException("boom");
                case LOOP -> {
                    while (true) {
                        Thread.onSpinWait();
                    }
                }
                case EXIT -> System.exit(0);
                case HALT -> {
                    System.err.println("famous last words");
                    LastWords words = LastWords.in(order.folder());
                    words.phase("task 2");
                    words.enter(words.place("learner bad@1.0.0 learn"));
                    Runtime.getRuntime().halt(3);
                }
                case HEAP -> fill();
                case HEAP_ELSEWHERE -> {
                    Thread hungry = new Thread(Run::fill, "hungry");
                    hungry.start();
                    hungry.join();
                }
                case DIRECT -> {
                    List<ByteBuffer> held = new ArrayList<>();
                    while (true) {
                        held.add(ByteBuffer.allocateDirect(1 << 20));
                    }
                }
                case HOOK -> Runtime.getRuntime().addShutdownHook(new Thread(() -> LockSupport.parkNanos(Long.MAX_VALUE)));
                case LIE -> {
                    listener.over(new RunOver(RunOver.How.DONE, ""));
                    new CountDownLatch(1).await();
                }
            }
            return true;
        }

        private static void fill() {
            List<long[]> held = new ArrayList<>();
            while (held.size() >= 0) {
                held.add(new long[1 << 16]);
            }
        }

        private void move() {
            listener.progress(new RunProgress(paused, 0.5, "task 2", OptionalDouble.empty(), "learner bad@1.0.0 learn", paused ? moves : ++moves));
        }

        private void note(String what) {
            try {
                Files.writeString(order.folder().resolve(what), "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void end(String status, String message) {
            Json.write(order.folder().resolve(RunFolder.END), status.equals("done") ? RunEnd.done(Map.of()) : RunEnd.failed(message, "", ""));
        }

        @Override
        public void stop() {
            stop.countDown();
        }

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            paused = false;
        }

        /** A film whose step is the number of its process, so that one sees whose it is; or none, while it is paused. */
        @Override
        public CompletableFuture<Film> watch() {
            if (paused) {
                return CompletableFuture.failedFuture(new WatchRefusedException("nothing moves"));
            }
            Film.Frame frame = new Film.Frame(Step.Kind.FIRST, ProcessHandle.current().pid(), "", 0, "0");
            return CompletableFuture.completedFuture(new Film("learner", "environment", 0, false, 1, 1, List.of(new Film.Paint('x', 1)), List.of(frame)));
        }

        @Override
        public CompletableFuture<SwapResult> swap(SwapRequest request) {
            return request.learner().equals("ewc") ? CompletableFuture.completedFuture(new SwapResult(7, "bad@1.0.0", "ewc@0.1.0", 1, 1))
                    : CompletableFuture.failedFuture(new SwapRefusedException("no " + request.learner()));
        }
    }
}
