package org.thaw.control.internal.child;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.thaw.control.internal.wire.Message;
import org.thaw.runtime.launch.LaunchedRun;
import org.thaw.runtime.launch.Launcher;
import org.thaw.runtime.launch.RunListener;
import org.thaw.runtime.launch.RunOrder;
import org.thaw.runtime.launch.RunOver;
import org.thaw.runtime.launch.RunProgress;

/** The run that this process carries out, or the latest one. */
final class Carried implements RunListener {
    private final RunOrder order;
    private final Consumer<Message> host;
    private final Watch watch;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile RunProgress latest = new RunProgress(false, 0, "", OptionalDouble.empty(), "", 0);
    private RunProgress told = latest;
    private volatile Optional<LaunchedRun> run = Optional.empty();

    Carried(RunOrder order, Consumer<Message> host) {
        this.order = order;
        this.host = host;
        this.watch = new Watch(order.limits());
    }

    void begin(Launcher launcher) {
        try {
            run = Optional.of(launcher.launch(order, this));
        } catch (RuntimeException | LinkageError e) {
            over(new RunOver(RunOver.How.FAILED, "it could not be begun: " + words(e)));
        }
    }

    RunOrder order() {
        return order;
    }

    RunProgress latest() {
        return latest;
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    void obey(Message.Order what) {
        run.ifPresent(mine -> {
            switch (what) {
                case STOP -> mine.stop();
                case PAUSE -> mine.pause();
                case RESUME -> mine.resume();
            }
        });
    }

    void exchange(Message.Exchange exchange) {
        run.ifPresent(mine -> mine.swap(exchange.request()).whenComplete((result, e) -> host.accept(e == null
                ? new Message.Exchanged(exchange.number(), result) : new Message.NotExchanged(exchange.number(), words(e)))));
    }

    void shoot(Message.Shoot shoot) {
        run.ifPresent(mine -> mine.watch().whenComplete((film, e) -> host.accept(e == null ? new Message.Shot(shoot.number(), film) : new Message.NotShot(shoot.number(), words(e)))));
    }

    private static String words(Throwable e) {
        Throwable reason = e instanceof java.util.concurrent.CompletionException && e.getCause() != null ? e.getCause() : e;
        return reason.getMessage() == null ? reason.toString() : reason.getMessage();
    }

    /** Stops it and waits; returns whether it is over. */
    boolean stop(int seconds) {
        run.ifPresent(LaunchedRun::stop);
        try {
            return over.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void progress(RunProgress now) {
        latest = now;
    }

    @Override
    public void over(RunOver how) {
        host.accept(new Message.Ended(how));
        over.countDown();
    }

    /** Where it stands, if that has not been asked since it got there. */
    synchronized Optional<RunProgress> news() {
        RunProgress now = latest;
        boolean fresh = !isOver() && !now.equals(told);
        told = now;
        return fresh ? Optional.of(now) : Optional.empty();
    }

    /** A look by the clock: what to say of a run that has taken longer than it may. */
    Optional<String> stuck() {
        return isOver() ? Optional.empty() : watch.look(latest);
    }
}
