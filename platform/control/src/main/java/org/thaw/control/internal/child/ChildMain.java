package org.thaw.control.internal.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.thaw.control.internal.shared.Exits;
import org.thaw.control.internal.wire.Connection;
import org.thaw.control.internal.wire.Message;
import org.thaw.runtime.launch.Launcher;

/**
 * What a child process does: it reports to its host, and carries out the runs it is given, one after another, until the host ends the connection. In
 * any other process it does nothing.
 */
@Component(service = {ToIntFunction.class, Runnable.class}, property = {"thaw.command=child", "thaw.stop:Boolean=true"})
public final class ChildMain implements ToIntFunction<String[]>, Runnable, Connection.Handler {
    private static final int PULSE_MILLIS = 500;
    /** For a run to write its checkpoint when the host has gone, or when this process is told to end. */
    private static final int STOP_SECONDS = 20;
    private static final int TOLD_TO_END_SECONDS = 8;
    private static final int LAST_WORDS_SECONDS = 2;
    private static final System.Logger LOG = System.getLogger(ChildMain.class.getName());

    private final Launcher launcher;
    private final CountDownLatch alone = new CountDownLatch(1);
    private volatile Optional<Connection> host = Optional.empty();
    private volatile Optional<Carried> carried = Optional.empty();

    @Activate
    public ChildMain(@Reference(target = "(name=" + Launcher.IN_PROCESS + ")") Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        Ends ends = new Ends(() -> carried);
        Runtime.getRuntime().addShutdownHook(new Thread(ends::exiting, "thaw-child-exit"));
        Thread.setDefaultUncaughtExceptionHandler(ends::uncaught);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String socket = in.readLine();
            String token = in.readLine();
            if (socket == null || token == null) {
                return 0;   // nobody to report to
            }
            Connection connection = Connection.open(Path.of(socket), ignored -> this);
            host = Optional.of(connection);
            connection.send(new Message.Hello(token));
            daemon("thaw-child-pulse", () -> pulse(connection, ends));
            alone.await();
            ends.within(STOP_SECONDS + TOLD_TO_END_SECONDS);
            return carried.isEmpty() || carried.get().stop(STOP_SECONDS) ? 0 : Exits.ABANDONED;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "no way to the host: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            return 1;   // told to end, and done with it
        }
    }

    /** The process is told to end, by a signal for instance: the run writes a checkpoint. */
    @Override
    public void run() {
        carried.ifPresent(run -> {
            run.stop(TOLD_TO_END_SECONDS);
            host.ifPresent(Connection::finish);
            try {
                // what was said last is on its way
                alone.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void received(Message message) {
        if (message instanceof Message.Carry carry) {
            Carried run = new Carried(carry.order(), this::say);
            carried = Optional.of(run);
            run.begin(launcher);
        } else if (message instanceof Message.Obey obey) {
            carried.ifPresent(run -> run.obey(obey.order()));
        } else if (message instanceof Message.Exchange exchange) {
            carried.ifPresent(run -> run.exchange(exchange));
        } else if (message instanceof Message.Shoot shoot) {
            carried.ifPresent(run -> run.shoot(shoot));
        } else {
            LOG.log(System.Logger.Level.WARNING, "the host says " + message);
        }
    }

    @Override
    public void closed(Optional<String> why) {
        alone.countDown();
    }

    private void say(Message message) {
        host.ifPresent(connection -> connection.send(message));
    }

    /** By the clock, as long as the process lives: a run that stops when the host has gone may hang as well as any other. */
    private void pulse(Connection connection, Ends ends) {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(PULSE_MILLIS);
                connection.send(carried.flatMap(Carried::news).<Message>map(Message.Moved::new).orElseGet(Message.Alive::new));
                carried.flatMap(Carried::stuck).ifPresent(ends::stuck);
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.WARNING, "the watch over the run was interrupted", e);
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(Exits.OUT_OF_MEMORY);
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
