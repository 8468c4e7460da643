package org.thaw.runtime.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    /** Where the run stood, at up to two times; gone once it is done. */
    public static final String CHECKPOINTS = "checkpoints";
    /** The parameters of each learner at the end, in the format safetensors. */
    public static final String PARAMETERS = "parameters.safetensors";
    /** A folder: for each task the first episode of its latest evaluation as a {@link Film}; only of worlds that can be drawn. */
    public static final String FILMS = "films";
    /** A folder: the lives that the plan recorded, a file for each name, and below {@code own} what unfrozen students have met, or learners that are imitated. */
    public static final String RECORDINGS = "recordings";
    /** Written last: how it ended. */
    public static final String END = "end";
    /** What plugins and host logged. */
    public static final String LOG = "log";

    private static final String LIVES = ".lives";

    /** Where the recording of this name lies, in the run's folder. */
    public static String recording(String name) {
        return RECORDINGS + "/" + name + LIVES;
    }

    /**
     * Where that lies which an unfrozen student has met, or a learner that is imitated, in the run's folder.
     *
     * @param number from 0; each time that its learner was made anew it began another
     */
    public static String stream(String role, int number) {
        String name = URLEncoder.encode(role, StandardCharsets.UTF_8); // a twin's role has slashes
        return RECORDINGS + "/own/" + (number == 0 ? name : name + "~" + number) + LIVES;
    }

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
        return list(EVENTS);
    }

    /** The same, one by one: for runs whose events do not fit in memory. */
    public void forEachEvent(Consumer<? super Event> to) {
        lines(EVENTS, to);
    }

    /** The clock readings. */
    public List<Event> timings() {
        return list(TIMING);
    }

    /** The films of its evaluations, by role and task. */
    public List<Film> films() {
        Path films = path.resolve(FILMS);
        if (!Files.isDirectory(films)) {
            return List.of();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(films, "*.json")) {
            List<Film> all = new ArrayList<>();
            files.forEach(file -> all.add(Json.read(file, Film.class)));
            all.sort(Film.ORDER);
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + films, e);
        }
    }

    private List<Event> list(String file) {
        List<Event> events = new ArrayList<>();
        lines(file, events::add);
        return events;
    }

    private void lines(String file, Consumer<? super Event> to) {
        Path source = path.resolve(file);
        if (!Files.exists(source)) {
            return;
        }
        // this kind of reader takes half a character for what it is, the end of a torn line, where that of Files would fail
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(source), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Event event;
                try {
                    event = EventJson.read(line);
                } catch (IllegalArgumentException e) {
                    if (lines.readLine() == null) {
                        break; // the last line of a run that was cut off
                    }
                    throw new IllegalStateException(source + ": line " + number + ": " + e.getMessage(), e);
                }
                to.accept(event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }
}
