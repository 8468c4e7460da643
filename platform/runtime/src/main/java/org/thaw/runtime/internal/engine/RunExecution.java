package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.internal.checkpoint.CheckpointFolder;
import org.thaw.runtime.internal.context.DataFiles;
import org.thaw.runtime.internal.context.PinnedPlugins;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.fault.Calls;
import org.thaw.runtime.internal.fault.PluginFaultException;
import org.thaw.runtime.internal.fault.Reasons;
import org.thaw.runtime.internal.fault.RunFolderException;
import org.thaw.runtime.internal.fault.StoppedException;
import org.thaw.runtime.launch.LaunchedRun;
import org.thaw.runtime.launch.RunOrder;
import org.thaw.runtime.launch.RunOver;
import org.thaw.runtime.launch.RunProgress;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;

/** One run from its folder alone, from its beginning or its last checkpoint to its end marker. Whatever goes wrong stays inside it. */
final class RunExecution implements LaunchedRun {
    private final RunOrder order;
    private final RunFolder folder;
    private final Catalog catalog;
    private final DataFiles data;
    private final Requests requests = new Requests();
    private final Progress progress = new Progress(requests);
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Calls calls = new Calls();
    private volatile Optional<Scene> stage = Optional.empty();

    RunExecution(RunOrder order, Catalog catalog, DataFiles data) {
        this.order = order;
        this.folder = new RunFolder(order.folder());
        this.catalog = catalog;
        this.data = data;
    }

    RunOrder order() {
        return order;
    }

    RunProgress progress() {
        return progress.now(calls.latest().toString());
    }

    /** The call that the run is in, and whose it is. */
    Calls.Call call() {
        return calls.latest();
    }

    /** How old the last checkpoint is. */
    Duration sinceCheckpoint() {
        return stage.map(each -> each.run().checkpointing().age()).orElse(Duration.ZERO);
    }

    /** Lets a checkpoint be written at the next step. */
    void saveSoon() {
        requests.due();
    }

    @Override
    public void stop() {
        requests.stop();
    }

    @Override
    public void pause() {
        requests.pause();
    }

    @Override
    public void resume() {
        requests.resume();
    }

    /** One that is wanted at once waits for its rehearsal; one that is wanted at a step is rehearsed meanwhile. */
    @Override
    public CompletableFuture<SwapResult> swap(SwapRequest request) {
        CompletableFuture<SwapResult> answer = new CompletableFuture<>();
        if (request.at().isPresent()) {
            requests.swap(request, answer);
        }
        Thread thread = new Thread(() -> {
            rehearse(request);
            if (request.at().isEmpty()) {
                requests.swap(request, answer);
            }
        }, "thaw swap " + folder.name());
        thread.setDaemon(true);
        thread.start();
        return answer;
    }

    private void rehearse(SwapRequest request) {
        try {
            stage.ifPresent(each -> each.rehearse(request));
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            // answered at the swap itself
        }
    }

    /** The run as far as it can be asked from outside: its players, and what a rehearsal needs. */
    private record Scene(Rehearsal rehearsal, Run run) {
        void rehearse(SwapRequest request) {
            run.find(request.role()).ifPresent(player -> rehearsal.carryOut(request, player));
        }
    }

    /** Runs it in this thread; returns when it is over. What plugins leave behind is for the caller to see, before he says so. */
    RunOver carryOut() {
        try (PinnedPlugins plugins = new PinnedPlugins(catalog)) {
            requests.breathe();
            execute(plugins);
            return new RunOver(RunOver.How.DONE, "");
        } catch (StoppedException e) {
            return new RunOver(RunOver.How.STOPPED, "");
        } catch (Throwable e) {
            return failed(e);
        } finally {
            requests.close();
        }
    }

    private void execute(PinnedPlugins plugins) throws IOException {
        RunManifest manifest = folder.manifest();
        RunPlan plan = SavedPlan.read(manifest, plugins);
        Files.deleteIfExists(folder.path().resolve(RunFolder.END)); // that it failed before is known to its log
        CheckpointFolder checkpoints = new CheckpointFolder(folder);
        Optional<CheckpointFolder.Checkpoint> from = checkpoints.newest(plan.hash(), problem -> log("WARNING " + problem));
        try (RunServices services = new RunServices(plugins, data, this::log, progress::breathe, folder.path().resolve("scratch"))) {
            calls = services.calls();
            Leftovers leftovers = new Leftovers(Thread.currentThread().getThreadGroup(), plan, services, progress);
            Attempt attempt = new Attempt(order, folder, manifest, plan, services, progress, requests, leftovers::check);
            Rehearsal rehearsal = new Rehearsal(plugins, data, folder.path().resolve("rehearsal"));
            attempt.carryOut(from, run -> stage = Optional.of(new Scene(rehearsal, run)));
        } finally {
            stage = Optional.empty(); // it holds plugins, which must be able to leave
            from.ifPresent(checkpoint -> checkpoint.file().close());
        }
        checkpoints.clear();
    }

    /** It failed from within. */
    private RunOver failed(Throwable e) {
        if (requests.abandoned()) {
            return new RunOver(RunOver.How.FAILED, ""); // its end was written by the one who gave it up
        }
        String plugin = e instanceof PluginFaultException fault ? fault.plugin() : "";
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return fail(Reasons.of(e), plugin, trace.toString());
    }

    /** Marks it as failed, whoever found out. Returns what to tell. */
    RunOver fail(String problem, String plugin, String details) {
        String phase = progress.phase();
        String message = (phase.isEmpty() ? "" : "phase " + phase + ": ") + problem;
        try {
            Json.write(folder.path().resolve(RunFolder.END), RunEnd.failed(message, plugin, phase));
            log("ERROR " + message + System.lineSeparator() + details);
        } catch (Throwable unwritable) {
            message += "; and its folder cannot be written: " + Reasons.of(unwritable);
        }
        return new RunOver(RunOver.How.FAILED, message);
    }

    /** Nobody waits for it any more: whatever it still does is void. */
    void abandon() {
        requests.abandon();
        requests.close();
    }

    /** Whether this is the first to say that it is over. */
    boolean end() {
        return over.compareAndSet(false, true);
    }

    void log(String line) {
        Path file = folder.path().resolve(RunFolder.LOG);
        try {
            Files.writeString(file, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new RunFolderException(file, e);
        }
    }
}
