package org.thaw.runtime.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thaw.api.metric.Event;

/**
 * What one run leaves behind. The folder is the truth; everything else can be computed from it.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
    /** What was run, with full provenance. */
    public static final String MANIFEST = "run.json";
    /** The events, a line each, without clocks. */
    public static final String EVENTS = "metrics.jsonl";
    /** The clock readings, a line each. */
    public static final String TIMING = "timing.jsonl";
    /** What the metrics found. */
    public static final String FINDINGS = "findings.json";
    /** Written last: how it ended. */
    public static final String END = "end";
    /** What plugins and host logged. */
    public static final String LOG = "log";

    /** The run's name. */
    public String name() {
        return path.getFileName().toString();
    }

    /** What was run. */
    public RunManifest manifest() {
        return Json.read(path.resolve(MANIFEST), RunManifest.class);
    }

    /** How it ended; empty if it is not finished. */
    public Optional<RunEnd> end() {
        Path end = path.resolve(END);
        return Files.exists(end) ? Optional.of(Json.read(end, RunEnd.class)) : Optional.empty();
    }

    /** What the metrics found. */
    public RunFindings findings() {
        Path findings = path.resolve(FINDINGS);
        return Files.exists(findings) ? Json.read(findings, RunFindings.class) : RunFindings.empty();
    }

    /** The events in order; of an unfinished run those written so far. */
    public List<Event> events() {
        return lines(EVENTS);
    }

    /** The clock readings. */
    public List<Event> timings() {
        return lines(TIMING);
    }

    private List<Event> lines(String file) {
        List<Event> events = new ArrayList<>();
        Path source = path.resolve(file);
        if (!Files.exists(source)) {
            return events;
        }
        try (BufferedReader lines = Files.newBufferedReader(source)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    events.add(EventJson.read(line));
                } catch (RuntimeException e) {
                    if (lines.readLine() == null) {
                        break; // the last line of a run that was cut off
                    }
                    throw new IllegalStateException(source + ": line " + number + ": " + e.getMessage(), e);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
        return events;
    }
}
