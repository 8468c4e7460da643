package org.thaw.report.internal.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;

/**
 * A run that does not count.
 *
 * @param state {@code failed}, or whatever else its end marker says; {@code running}, which may be paused, {@code unfinished} or {@code unreadable}
 */
public record Problem(String run, String state, String message) {
    private static final List<String> TRACES = List.of(RunFolder.EVENTS, RunFolder.LOG, RunFolder.END, "checkpoints");

    /** @param busy whether another process is at work on the experiment */
    static Problem of(Run run, boolean busy) {
        if (run.end().isEmpty()) {
            String step = Figures.number(run.lastStep());
            return busy ? new Problem(run.name(), "running", "it is at step " + step + " or beyond, at work or paused; its results will count when it is done")
                    : new Problem(run.name(), "unfinished", "no end marker; it got to step " + step + ", where it was paused, stopped or cut off. Resumed, it goes on from its last checkpoint");
        }
        RunEnd end = run.end().get();
        String where = (end.plugin().isEmpty() ? "" : end.plugin()) + (end.phase().isEmpty() ? "" : " in " + end.phase());
        String message = end.message().isEmpty() ? "it does not say why" : end.message();
        boolean said = where.isBlank() || message.startsWith("phase "); // as the engine's messages do, and name the plugin too
        return new Problem(run.name(), end.status(), (said ? "" : where.strip() + ": ") + message);
    }

    /** Folders that a run left traces in but no manifest: they cannot be read, and must not be missed. */
    static List<Problem> withoutManifest(Path experiment) {
        try (Stream<Path> children = Files.list(experiment)) {
            return children.filter(child -> !Files.exists(child.resolve(RunFolder.MANIFEST)) && TRACES.stream().anyMatch(trace -> Files.exists(child.resolve(trace)))).sorted()
                    .map(child -> new Problem(child.getFileName().toString(), "unreadable", RunFolder.MANIFEST + " is missing, so nothing tells what was run")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + experiment, e);
        }
    }

    /** A sentence. */
    public String text() {
        return run + " " + said() + ": " + message;
    }

    private String said() {
        return state.equals("failed") ? state : state.equals("unreadable") ? "cannot be read" : "is " + state;
    }
}
