package org.thaw.shell.internal.progress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.run.RunStatus;

/** Runs as their folders tell of them: those of another process, and those of the past. */
public final class FolderRuns implements Subject {
    private final List<RunFolder> folders;

    public FolderRuns(List<RunFolder> folders) {
        this.folders = List.copyOf(folders);
    }

    @Override
    public List<RunStatus> runs() {
        return folders.stream().map(folder -> status(folder, busy(folder) ? RunStatus.State.RUNNING : RunStatus.State.STOPPED, true)).toList();
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        if (folders.stream().allMatch(FolderRuns::over)) {
            return true;
        }
        // nothing in this process hears of another's runs: their folders have to be looked at again
        TimeUnit.NANOSECONDS.sleep(atMost.toNanos());
        return folders.stream().allMatch(FolderRuns::over);
    }

    /** A run that has no end marker, and nobody who works on it, has been stopped. */
    private static boolean over(RunFolder folder) {
        return folder.end().isPresent() || !busy(folder);
    }

    private static boolean busy(RunFolder folder) {
        return new ExperimentFolder(folder.path().toAbsolutePath().getParent()).busy();
    }

    /**
     * Where a run stands.
     *
     * @param open   the state of one that has no end marker
     * @param latest whether to read its events for what it last did
     */
    public static RunStatus status(RunFolder folder, RunStatus.State open, boolean latest) {
        try {
            RunManifest manifest = folder.manifest();
            Optional<RunEnd> end = folder.end();
            RunStatus.State state = end.map(e -> e.done() ? RunStatus.State.DONE : RunStatus.State.FAILED).orElse(open);
            Optional<Event.Evaluated> last = latest && end.isEmpty() ? last(folder) : Optional.empty();
            return new RunStatus(folder.name(), manifest.learner(), manifest.environment(), manifest.seed(), state, state == RunStatus.State.DONE ? 1 : -1,
                    last.map(Event.Evaluated::phase).orElse(""), last.map(FolderRuns::score).orElse(OptionalDouble.empty()), end.map(RunEnd::message).orElse(""),
                    folder.path());
        } catch (RuntimeException e) {
            return new RunStatus(folder.name(), "", "", 0, RunStatus.State.FAILED, -1, "", OptionalDouble.empty(), "its folder cannot be read: " + e.getMessage(),
                    folder.path());
        }
    }

    private static Optional<Event.Evaluated> last(RunFolder folder) {
        return folder.events().stream().filter(Event.Evaluated.class::isInstance).map(Event.Evaluated.class::cast).reduce((a, b) -> b);
    }

    private static OptionalDouble score(Event.Evaluated evaluated) {
        Double score = evaluated.scores().getOrDefault("accuracy", evaluated.scores().get("return"));
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }
}
