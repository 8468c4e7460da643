package org.thaw.report.internal.tensorboard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.thaw.api.metric.Event;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.Run;
import org.thaw.report.internal.data.Timeline;
import org.thaw.runtime.folder.RunFindings;

/**
 * Event files of TensorBoard: a folder for each finished run, in it one for each twin, so that TensorBoard lays the curves of a learner and its
 * twins over each other. Tags: {@code accuracy/task-1} and every other score of evaluations, {@code earned/reward-per-step},
 * {@code episode/return}, {@code measured/…}, and at the last step {@code metric/…}; as text, {@code swap}.
 */
public final class TensorBoardFolder {
    private static final String FILE = "events.out.tfevents.0000000000.thaw";

    private final Path folder;

    public TensorBoardFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes all files, in place of those of an earlier report. */
    public List<Path> write(ExperimentData data) {
        List<Path> written = new ArrayList<>();
        try {
            removeOld();
            for (Arm arm : data.lasting()) {
                for (int i = 0; i < arm.runs().size(); i++) {
                    Run run = arm.runs().get(i);
                    Path where = folder.resolve(fileName(run.name()));
                    if (!arm.root().equals("learner")) {
                        where = where.resolve(fileName(arm.root()));
                    }
                    written.add(write(run, arm, arm.timelines().get(i), arm.twin() ? where.resolve(fileName(arm.suffix())) : where));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        }
        return written;
    }

    private void removeOld() throws IOException {
        if (Files.isDirectory(folder)) {
            List<Path> old;
            try (Stream<Path> files = Files.walk(folder)) {
                old = files.filter(file -> file.getFileName().toString().equals(FILE)).toList();
            }
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    private static Path write(Run run, Arm arm, Timeline timeline, Path where) throws IOException {
        Files.createDirectories(where);
        Path file = where.resolve(FILE);
        WallClock clock = new WallClock(run, arm.root());
        try (EventFile out = new EventFile(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Timeline.At at : timeline.events()) {
                event(at, clock.at(at.time()), out);
            }
            long last = run.lastStep();
            for (RunFindings.Scalar scalar : run.about(arm.role()).scalars()) {
                if (Double.isFinite(scalar.value())) {
                    out.scalar("metric/" + scalar.metric(), last, clock.at(last), scalar.value());
                }
            }
        }
        return file;
    }

    private static void event(Timeline.At at, double seconds, EventFile out) {
        if (at.event() instanceof Event.Evaluated e) {
            e.scores().forEach((score, value) -> out.scalar(score + "/task-" + (e.on() + 1), at.time(), seconds, value));
        } else if (at.event() instanceof Event.Earned e && e.steps() > 0) {
            out.scalar("earned/reward-per-step", at.time(), seconds, e.total() / e.steps());
        } else if (at.event() instanceof Event.EpisodeEnded e) {
            out.scalar("episode/return", at.time(), seconds, e.total());
        } else if (at.event() instanceof Event.Measured e) {
            out.scalar("measured/" + e.name(), at.time(), seconds, e.value());
        } else if (at.event() instanceof Event.Swapped e) {
            out.text("swap", at.time(), seconds, "step " + e.step() + ": " + e.from() + " → " + e.to() + ", " + (e.carried() ? "carried over" : "started fresh"));
        }
    }

    /** A name that stays within the folder. */
    private static String fileName(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._@+-]", "_");
        return safe.startsWith(".") ? "_" + safe : safe;
    }
}
