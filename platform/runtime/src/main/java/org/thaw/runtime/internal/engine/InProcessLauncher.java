package org.thaw.runtime.internal.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.internal.context.DataFiles;
import org.thaw.runtime.launch.LaunchedRun;
import org.thaw.runtime.launch.Launcher;
import org.thaw.runtime.launch.RunListener;
import org.thaw.runtime.launch.RunOrder;

/**
 * Carries out runs in this process, each in a thread and a thread group of its own: what a plugin leaves in thread-local variables or as a context class loader
 * goes with its run. Nothing here keeps a plugin from exhausting the memory of the process, or from ending it.
 */
@Component(service = Launcher.class, property = "name=" + Launcher.IN_PROCESS)
public final class InProcessLauncher implements Launcher {
    private record Source(Path folder, boolean offline) {
    }

    private final Catalog catalog;
    private final Map<Source, DataFiles> data = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch;

    @Activate
    public InProcessLauncher(@Reference Catalog catalog) {
        this.catalog = catalog;
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "thaw watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void close() {
        watch.shutdownNow();
    }

    @Override
    public String name() {
        return IN_PROCESS;
    }

    @Override
    public LaunchedRun launch(RunOrder order, RunListener listener) {
        RunExecution run = new RunExecution(order, catalog, data.computeIfAbsent(new Source(order.data(), order.offline()), InProcessLauncher::files));
        String name = "thaw run " + order.folder().toAbsolutePath().getParent().getFileName() + "/" + order.folder().getFileName();
        Watch watcher = new Watch(run, listener, group(name), name);
        try {
            watcher.begin(watch);
        } catch (OutOfMemoryError e) { // no room for another thread
            watcher.over(run.fail("no thread could be started for it: " + e.getMessage(), "", ""));
        }
        return run;
    }

    /**
     * A group for one run. Not below that of the thread which asks: that may be of a run that has just ended. Until Java 19 a group stays for ever, unless it is
     * told to go with its last thread.
     */
    @SuppressWarnings("removal")
    private static ThreadGroup group(String name) {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        ThreadGroup group = new ThreadGroup(root, name);
        group.setDaemon(true);
        return group;
    }

    private static DataFiles files(Source source) {
        System.Logger logger = System.getLogger(InProcessLauncher.class.getName());
        return new DataFiles(source.folder(), source.offline(), line -> logger.log(System.Logger.Level.INFO, line));
    }
}
