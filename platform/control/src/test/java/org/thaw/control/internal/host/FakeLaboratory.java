package org.thaw.control.internal.host;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.run.Laboratory;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;

/** A laboratory with one experiment of one run, which notes what it is told. */
public final class FakeLaboratory implements Laboratory, RunningExperiment {
    public static final SwapRequest SWAP = new SwapRequest("learner", "ewc", true, OptionalLong.empty(), false, new JsonObject());
    public final List<String> told = Collections.synchronizedList(new ArrayList<>());
    public final CompletableFuture<SwapResult> swap = new CompletableFuture<>();
    public final CompletableFuture<Film> film = new CompletableFuture<>();
    public volatile RunStatus.State state = RunStatus.State.RUNNING;
    private final Path folder;

    public FakeLaboratory(Path folder) {
        this.folder = folder;
    }

    @Override
    public RunningExperiment start(Experiment experiment, RunSettings settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunningExperiment resume(Path which, RunSettings settings, List<String> with) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RunningExperiment> experiments() {
        return List.of(this);
    }

    @Override
    public String name() {
        return "x";
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public List<RunStatus> runs() {
        return List.of(new RunStatus("r", "ewc", "mnist", 0, state, 0.5, "task 1", OptionalDouble.empty(), "", folder.resolve("r")));
    }

    @Override
    public void stop() {
        told.add("stop");
    }

    @Override
    public boolean stop(String run) {
        return told.add("stop " + run);
    }

    @Override
    public void pause() {
        told.add("pause");
    }

    @Override
    public boolean pause(String run) {
        return told.add("pause " + run);
    }

    @Override
    public void resume() {
        told.add("resume");
    }

    @Override
    public boolean resume(String run) {
        return run.equals("r") && told.add("resume " + run);
    }

    @Override
    public CompletableFuture<SwapResult> swap(String run, SwapRequest request) {
        told.add("swap " + run + " " + request.learner());
        return swap;
    }

    @Override
    public CompletableFuture<Film> watch(String run) {
        told.add("watch " + run);
        return film;
    }

    @Override
    public boolean await(Duration atMost) {
        throw new UnsupportedOperationException();
    }
}
