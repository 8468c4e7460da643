package org.thaw.report.internal.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;

/**
 * A run that does not count.
 *
 * @param state {@code failed}, or whatever else its end marker says; {@code running}, which may be paused, {@code unfinished} or {@code unreadable}
 */
public record Problem(String run, String state, String message) {
    private static final String FAILED = "failed";
    private static final int FEW = 3;
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
        boolean said = message.startsWith("phase ") || message.startsWith(end.plugin()) && end.phase().isEmpty(); // as the engine's messages do
        return new Problem(run.name(), end.status(), (said ? "" : where.strip() + ": ") + message);
    }

    /** Of a file with cases that has changed since. */
    static Problem ofNoCase(Run run) {
        return new Problem(run.name(), "of no case", ExperimentFolder.EXPERIMENT + " has no case with this learner in this environment, so that none of its summaries saw it");
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

    /** A sentence for each run; those that failed in the same way, as all do where a data set is missing, share theirs. */
    public static List<String> texts(List<Problem> problems) {
        Map<String, List<Problem>> alike = problems.stream().collect(Collectors.groupingBy(
                problem -> problem.state.equals(FAILED) ? problem.said() : problem.run + problem.said(), LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream().map(same -> runs(same) + same.get(0).said()).toList();
    }

    private static String runs(List<Problem> problems) {
        return problems.stream().limit(FEW).map(Problem::run).collect(Collectors.joining(", ")) + (problems.size() > FEW ? " and " + (problems.size() - FEW) + " more" : "");
    }

    private String said() {
        return " " + (state.equals(FAILED) ? state : state.equals("unreadable") ? "cannot be read" : "is " + state) + ": " + message;
    }
}
