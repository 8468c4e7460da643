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
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.context.DataFiles;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.context.Scratch;
import org.thaw.runtime.run.RunStatus;

/** One run from empty folder to end marker. Whatever goes wrong stays inside it. */
final class RunExecution {
    private final Path folder;
    private final Catalog catalog;
    private final DataFiles data;
    private final Progress progress = new Progress();
    private final String name;
    private final String learner;
    private final String environment;
    private final long seed;
    private RunPlan plan;
    private volatile RunStatus.State state = RunStatus.State.PENDING;
    private volatile String message = "";

    RunExecution(RunPlan plan, Path folder, Catalog catalog, DataFiles data) {
        this.plan = plan;
        this.folder = folder;
        this.catalog = catalog;
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
        double fraction = state == RunStatus.State.DONE || state == RunStatus.State.REUSED ? 1 : progress.fraction();
        return new RunStatus(name, learner, environment, seed, state, fraction, progress.phase(), progress.score(), message, folder);
    }

    void reuse() {
        state = RunStatus.State.REUSED;
        plan = null;
    }

    void stop() {
        progress.stop();
    }

    /** Runs it in this thread; returns when it is over. */
    void carryOut() {
        try {
            progress.advance(0);
            state = RunStatus.State.RUNNING;
            Scratch.remove(folder);
            Files.createDirectories(folder);
            execute();
            state = RunStatus.State.DONE;
        } catch (StoppedException e) {
            state = RunStatus.State.STOPPED;
        } catch (Throwable e) {
            fail(e);
        } finally {
            plan = null; // it holds plugins, which must be able to leave once their last run is over
        }
    }

    @SuppressWarnings("unchecked")
    private void execute() throws IOException {
        try (RunServices services = new RunServices(catalog, data, this::log, folder.resolve("scratch"))) {
            plan.learners().values().forEach(binding -> services.lease(binding.plugin()));
            plan.environments().values().forEach(binding -> services.lease(binding.plugin()));
            plan.metrics().forEach(binding -> services.lease(binding.plugin()));
            services.lease(plan.protocol().plugin());
            Json.write(folder.resolve(RunFolder.MANIFEST), Manifests.of(plan, services));
            Guard guard = new Guard(plan.protocol().plugin().label());
            Protocol protocol = guard.get("create", () -> ((ProtocolFactory<Record>) plan.protocol().plugin().factory()).create(plan.protocol().configuration()));
            Metrics metrics = new Metrics(plan.metrics());
            try (EventLog events = new EventLog(folder, List.of(metrics)); Run run = new Run(plan, protocol, services, progress, events::emit)) {
                run.carryOut(events::flush);
            } finally {
                Json.write(folder.resolve(RunFolder.MANIFEST), Manifests.of(plan, services));
            }
            Json.write(folder.resolve(RunFolder.FINDINGS), metrics.findings());
            Json.write(folder.resolve(RunFolder.END), new RunEnd("done", "", "", ""));
        }
    }

    private void fail(Throwable e) {
        String plugin = e instanceof PluginFaultException fault ? fault.plugin() : "";
        String said = e instanceof PluginFaultException || e instanceof IllegalArgumentException ? String.valueOf(e.getMessage()) : e.toString();
        message = (progress.phase().isEmpty() ? "" : "phase " + progress.phase() + ": ") + said;
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        try {
            log("ERROR " + message + System.lineSeparator() + trace);
            Json.write(folder.resolve(RunFolder.END), new RunEnd("failed", message, plugin, progress.phase()));
        } catch (RuntimeException unwritable) {
            message += "; and its folder cannot be written: " + unwritable.getMessage();
        }
        state = RunStatus.State.FAILED;
    }

    private void log(String line) {
        try {
            Files.writeString(folder.resolve(RunFolder.LOG), line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot write the log of " + folder, e);
        }
    }
}
