package org.thaw.runtime.internal.engine;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.thaw.runtime.internal.fault.Calls;
import org.thaw.runtime.launch.Overrun;
import org.thaw.runtime.launch.RunListener;
import org.thaw.runtime.launch.RunOver;
import org.thaw.runtime.launch.RunProgress;
import org.thaw.runtime.run.Limits;

/** Looks at a run again and again: passes on where it stands, lets it write checkpoints in time, and gives it up if it goes beyond its limits. */
final class Watch implements Runnable {
    private static final long LOOK_MILLIS = 100;
    private static final Duration LATE = Duration.ofSeconds(2);

    private final RunExecution run;
    private final RunListener listener;
    private final Thread thread;
    private final AtomicReference<Future<?>> schedule = new AtomicReference<>();
    private final Overrun overrun;

    Watch(RunExecution run, RunListener listener, ThreadGroup group, String name) {
        this.run = run;
        this.listener = listener;
        this.overrun = new Overrun(run.order().limits(), Duration.ZERO, LATE);
        this.thread = new Thread(group, () -> over(run.carryOut()), name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(Watch.class.getClassLoader());
    }

    /** Lets the run begin, and looks at it from then on. Takes no lock, as whoever calls may hold one that the listener wants. */
    void begin(ScheduledExecutorService clock) {
        thread.start();
        schedule.set(clock.scheduleWithFixedDelay(this, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS));
        if (run.isOver()) {
            schedule.get().cancel(false);
        }
    }

    @Override
    public synchronized void run() {
        try {
            look();
        } catch (RuntimeException e) {
            System.getLogger(Watch.class.getName()).log(System.Logger.Level.ERROR, "watching over " + run.order().folder() + " failed", e);
        }
    }

    private void look() {
        if (run.isOver()) {
            return;
        }
        RunProgress progress = run.progress();
        Limits limits = run.order().limits();
        switch (overrun.look(progress)) {
            case CALL -> giveUp("has not come back for " + text(limits.call()) + ", the limit for one call");
            case PHASE -> giveUp("is in a phase that goes on for more than " + text(limits.phase()) + ", the limit for one phase");
            case NOTHING -> {
                listener.progress(progress);
                if (!progress.paused() && run.sinceCheckpoint().compareTo(run.order().checkpoints().within()) > 0) {
                    run.saveSoon();
                }
            }
        }
    }

    private static String text(Duration limit) {
        return limit.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private void giveUp(String problem) {
        if (!run.abandon()) {
            return;
        }
        Calls.Call call = run.call();
        StringBuilder stack = new StringBuilder("The thread of the run is at:");
        for (StackTraceElement frame : thread.getStackTrace()) {
            stack.append(System.lineSeparator()).append("    at ").append(frame);
        }
        thread.interrupt();
        over(run.fail((call.plugin().isEmpty() ? "the run " : call.plugin() + " failed in " + call.name() + ": it ") + problem, call.plugin(), stack.toString()));
    }

    /** It is over; only the first who says so is heard. */
    synchronized void over(RunOver how) {
        if (run.end()) {
            Future<?> looks = schedule.get();
            if (looks != null) {
                looks.cancel(false);
            }
            listener.over(how);
        }
    }
}
