package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.internal.checkpoint.CheckpointFolder;
import org.thaw.runtime.internal.context.DataFiles;
import org.thaw.runtime.internal.context.PinnedPlugins;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.context.Scratch;
import org.thaw.runtime.internal.fault.Calls;
import org.thaw.runtime.internal.fault.PluginFaultException;
import org.thaw.runtime.internal.fault.Reasons;
import org.thaw.runtime.internal.fault.RunFolderException;
import org.thaw.runtime.internal.fault.StoppedException;
import org.thaw.runtime.launch.LastWords;
import org.thaw.runtime.launch.LaunchedRun;
import org.thaw.runtime.launch.RunOrder;
import org.thaw.runtime.launch.RunOver;
import org.thaw.runtime.launch.RunProgress;
import org.thaw.runtime.run.SwapRefusedException;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;

/** One run from its folder alone, from its beginning or its last checkpoint to its end marker. Whatever goes wrong stays inside it. */
final class RunExecution implements LaunchedRun {
    private static final String SCRATCH = "scratch-";
    private final RunOrder order;
    private final RunFolder folder;
    private final Catalog catalog;
    private final DataFiles data;
    private final Requests requests = new Requests();
    private final Progress progress = new Progress(requests);
    private final AtomicBoolean claimed = new AtomicBoolean();
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
        if (stage.filter(each -> each.run().lacks(request.role())).isPresent()) {
            answer.completeExceptionally(new SwapRefusedException("the run " + folder.name() + " has no role \"" + request.role() + "\"; it has "
                    + String.join(", ", stage.map(each -> each.run().roles()).orElse(List.of()))));
            return answer;
        }
        if (request.at().isPresent()) {
            requests.swap(request, answer);
        }
        CompletableFuture.runAsync(() -> rehearse(request), RunExecution::apart).orTimeout(order.limits().call().toMillis(), TimeUnit.MILLISECONDS).whenComplete((done, late) -> {
            if (request.at().isPresent()) {
                return; // it is asked for already, and answered when its step comes
            }
            if (late != null) {
                answer.completeExceptionally(new SwapRefusedException(request.learner() + " takes longer than " + order.limits().call() + " to be made; the old learner goes on"));
            } else {
                requests.swap(request, answer);
            }
        });
        return answer;
    }

    @Override
    public CompletableFuture<Film> watch() {
        CompletableFuture<Film> answer = new CompletableFuture<>();
        requests.watch(answer);
        return answer;
    }

    /** In a thread that is neither the run's nor anybody's who would miss it. */
    private static void apart(Runnable rehearsal) {
        Thread thread = new Thread(rehearsal, "thaw swap");
        thread.setDaemon(true);
        thread.start();
    }

    private void rehearse(SwapRequest request) {
        try {
            stage.ifPresent(each -> each.rehearse(request));
        } catch (Throwable e) { // whatever a plugin may throw
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
        removeScratch();
        CheckpointFolder checkpoints = new CheckpointFolder(folder);
        Optional<CheckpointFolder.Checkpoint> from = checkpoints.newest(plan.hash(), problem -> log("WARNING " + problem));
        LastWords words = LastWords.in(folder.path());
        calls = new Calls(words);
        progress.telling(words);
        try (RunServices services = new RunServices(plugins, data, this::log, progress::breathe, scratch(), calls)) {
            Leftovers leftovers = new Leftovers(Thread.currentThread().getThreadGroup(), plan, services, progress);
            Attempt attempt = new Attempt(order, folder, manifest, plan, services, progress, requests, leftovers::check, this::claimEnd);
            Rehearsal rehearsal = new Rehearsal(plugins, data, this::scratch);
            attempt.carryOut(from, run -> stage = Optional.of(new Scene(rehearsal, run)));
        } finally {
            stage = Optional.empty(); // it holds plugins, which must be able to leave
            LastWords.forget(folder.path());
            from.ifPresent(checkpoint -> checkpoint.file().close());
        }
        try {
            checkpoints.clear();
        } catch (RunFolderException e) {
            log("WARNING the run is done, but its checkpoints cannot be removed: " + e.getMessage());
        }
    }

    /** A folder of its own for each attempt: what was given up may still use its own. */
    private Path scratch() {
        return folder.path().resolve(SCRATCH + Long.toHexString(System.nanoTime()));
    }

    /** What attempts that were killed have left. */
    private void removeScratch() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder.path(), SCRATCH + "*")) {
            for (Path each : left) {
                Scratch.remove(each);
            }
        }
    }

    /** One says how the run ended: its own thread, or the one that gives it up. */
    private void claimEnd() {
        if (!claimed.compareAndSet(false, true)) {
            throw new StoppedException();
        }
    }

    /** It failed from within. */
    private RunOver failed(Throwable e) {
        if (!claimed.compareAndSet(false, true) && requests.abandoned()) {
            return new RunOver(RunOver.How.FAILED, ""); // its end was written by the one who gave it up
        }
        String plugin = e instanceof PluginFaultException fault ? fault.plugin() : "";
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return fail(Reasons.of(e), plugin, trace.toString());
    }

    /** Marks it as failed, whoever found out. Returns what to tell. */
    RunOver fail(String problem, String plugin, String details) {
        RunEnd end = RunEnd.failedIn(progress.phase(), plugin, problem);
        String message = end.message();
        try {
            Json.write(folder.path().resolve(RunFolder.END), end);
            log("ERROR " + message + System.lineSeparator() + details);
        } catch (Throwable unwritable) {
            message += "; and its folder cannot be written: " + Reasons.of(unwritable);
        }
        return new RunOver(RunOver.How.FAILED, message);
    }

    /** Nobody waits for it any more, unless it is just ending: whatever it still does is void. Returns whether that is so. */
    boolean abandon() {
        if (!claimed.compareAndSet(false, true)) {
            return false;
        }
        requests.abandon();
        requests.close();
        return true;
    }

    /** Whether somebody has said that it is over. */
    boolean isOver() {
        return over.get();
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
