package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.context.DataFiles;
import org.thaw.runtime.internal.context.PinnedPlugins;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.context.Scratch;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.fault.PluginFaultException;
import org.thaw.runtime.internal.fault.Reasons;
import org.thaw.runtime.internal.fault.RunFolderException;
import org.thaw.runtime.internal.fault.StoppedException;
import org.thaw.runtime.run.RunStatus;

/** One run from empty folder to end marker. Whatever goes wrong stays inside it. */
final class RunExecution {
    private final Path folder;
    private final PinnedPlugins plugins;
    private final DataFiles data;
    private final Progress progress = new Progress();
    private final String name;
    private final String learner;
    private final String environment;
    private final long seed;
    private RunPlan plan;
    private volatile RunStatus.State state = RunStatus.State.PENDING;
    private volatile String message = "";

    /** @param plugins let go when the run is over */
    RunExecution(RunPlan plan, Path folder, PinnedPlugins plugins, DataFiles data) {
        this.plan = plan;
        this.folder = folder;
        this.plugins = plugins;
        this.data = data;
        this.name = plan.run();
        this.learner = plan.learner();
        this.environment = plan.environment();
        this.seed = plan.seed();
    }

    String name() {
        return name;
    }

    RunStatus status() {
        RunStatus.State now = state;
        double fraction = now == RunStatus.State.DONE || now == RunStatus.State.REUSED ? 1 : progress.fraction();
        return new RunStatus(name, learner, environment, seed, now, fraction, progress.phase(), progress.score(), message, folder);
    }

    void reuse() {
        over(RunStatus.State.REUSED);
    }

    void stop() {
        progress.stop();
    }

    /** It cannot even begin. */
    void refuse(Throwable reason) {
        fail(reason);
        over(RunStatus.State.FAILED);
    }

    /** Runs it in this thread; returns when it is over. */
    void carryOut() {
        RunStatus.State end = RunStatus.State.FAILED;
        try {
            progress.advance(0);
            state = RunStatus.State.RUNNING;
            clear();
            execute();
            end = RunStatus.State.DONE;
        } catch (StoppedException e) {
            end = RunStatus.State.STOPPED;
        } catch (Throwable e) {
            fail(e);
        } finally {
            over(end);
        }
    }

    private void over(RunStatus.State end) {
        plan = null; // it holds plugins, which must be able to leave once their last run is over
        plugins.close();
        state = end;
    }

    private void clear() {
        try {
            Scratch.remove(folder);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RunFolderException(folder, e);
        }
    }

    @SuppressWarnings("unchecked")
    private void execute() throws IOException {
        try (RunServices services = new RunServices(plugins, data, this::log, () -> progress.advance(0), folder.resolve("scratch"))) {
            describe(services);
            Guard guard = new Guard(plan.protocol().plugin().label());
            Protocol protocol = guard.get("create", () -> ((ProtocolFactory<Record>) plan.protocol().plugin().factory()).create(plan.protocol().configuration()));
            Metrics metrics = new Metrics(plan.metrics());
            try (EventLog events = new EventLog(folder, List.of(metrics)); Run run = new Run(plan, protocol, services, progress, events::emit)) {
                run.carryOut(events::flush);
            } catch (Throwable e) {
                Closing.after(e, () -> describe(services));
                throw e;
            }
            describe(services);
            Json.write(folder.resolve(RunFolder.FINDINGS), metrics.findings());
        }
        Json.write(folder.resolve(RunFolder.END), new RunEnd("done", "", "", ""));
    }

    /** Again at the end, when it is known which plugins others have named and what they have noted. */
    private void describe(RunServices services) {
        Json.write(folder.resolve(RunFolder.MANIFEST), Manifests.of(plan, services));
    }

    private void fail(Throwable e) {
        String plugin = e instanceof PluginFaultException fault ? fault.plugin() : "";
        message = (progress.phase().isEmpty() ? "" : "phase " + progress.phase() + ": ") + Reasons.of(e);
        try {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            Json.write(folder.resolve(RunFolder.END), new RunEnd("failed", message, plugin, progress.phase()));
            log("ERROR " + message + System.lineSeparator() + trace);
        } catch (Throwable unwritable) {
            message += "; and its folder cannot be written: " + Reasons.of(unwritable);
        }
    }

    private void log(String line) {
        Path file = folder.resolve(RunFolder.LOG);
        try {
            Files.writeString(file, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new RunFolderException(file, e);
        }
    }
}
