package org.thaw.control.internal.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.thaw.control.internal.host.ControlSocket;
import org.thaw.control.internal.host.Reception;
import org.thaw.control.internal.host.Settings;
import org.thaw.runtime.launch.LaunchedRun;
import org.thaw.runtime.launch.Launcher;
import org.thaw.runtime.launch.RunListener;
import org.thaw.runtime.launch.RunOrder;

/**
 * Carries out each run in a process of its own. A process whose run ended well is given the next one; after anything else it ends, so that no run
 * finds what another has left.
 */
@Component(property = "name=" + Launcher.CHILD, configurationPid = "org.thaw.control")
public final class ChildLauncher implements Launcher {
    private static final Duration LEAVING = Duration.ofSeconds(5);

    private final Reception reception;
    private final ChildCommand command;
    private final Policy policy;
    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "thaw-children");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ChildLauncher(BundleContext context, @Reference ControlSocket socket, Settings settings) {
        this(socket, ChildCommand.ofThisHost(context::getProperty), Policy.of(settings));
    }

    ChildLauncher(Reception reception, ChildCommand command, Policy policy) {
        this.reception = reception;
        this.command = command;
        this.policy = policy;
        clock.scheduleWithFixedDelay(this::look, Child.TICK.toMillis(), Child.TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The children end with their host, each with a checkpoint. */
    @Deactivate
    void deactivate() throws InterruptedException {
        children.forEach(Child::leave);
        long end = System.nanoTime() + LEAVING.toNanos();
        for (Child child : children) {
            child.await(Duration.ofNanos(end - System.nanoTime()));
        }
        clock.shutdownNow();
    }

    @Override
    public String name() {
        return CHILD;
    }

    @Override
    public LaunchedRun launch(RunOrder order, RunListener listener) {
        ChildRun run = new ChildRun(order, listener);
        Verdicts.forget(order.folder());
        if (policy.reuse() && children.stream().anyMatch(child -> child.takes(run))) {
            return run;
        }
        try {
            Child child = new Child(order.limits(), policy);
            children.add(child);
            child.start(command, reception, run);
        } catch (IOException e) {
            Verdicts.neverBegan(run, "no process can be started for it: " + e.getMessage());
        }
        return run;
    }

    private void look() {
        children.forEach(Child::tick);
        children.removeIf(Child::gone);
    }

    /** The process that carries out a run. */
    Optional<ProcessHandle> process(LaunchedRun run) {
        return children.stream().filter(child -> child.carries(run)).findFirst().flatMap(Child::handle);
    }
}
