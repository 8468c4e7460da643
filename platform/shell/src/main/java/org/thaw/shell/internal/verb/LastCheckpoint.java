package org.thaw.shell.internal.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.shell.internal.console.Text;

/**
 * From where an interrupted run would go on.
 *
 * @param step    of learning; empty if its file does not tell
 * @param written when, by the file's time
 */
record LastCheckpoint(OptionalLong step, Instant written) {
    private static final String NAME = "\\d{1,18}\\.safetensors";

    /** That of a run's folder; empty if there is none, or none that can be looked at. */
    static Optional<LastCheckpoint> of(Path run) {
        Path folder = run.resolve(RunFolder.CHECKPOINTS);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> newest = files.filter(file -> file.getFileName().toString().matches(NAME)).max(Comparator.comparingLong(LastCheckpoint::number));
            return newest.isEmpty() ? Optional.empty()
                    : Optional.of(new LastCheckpoint(CheckpointHeader.step(newest.get()), Files.getLastModifiedTime(newest.get()).toInstant()));
        } catch (IOException e) {
            // a run that goes on replaces its checkpoints while we look
            return Optional.empty();
        }
    }

    /** They are counted up. */
    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replaceFirst("\\..*", ""));
    }

    /** {@code at step 12,000}. */
    String from() {
        return step.isPresent() ? String.format(Locale.ROOT, "at step %,d", step.getAsLong()) : "from its checkpoint";
    }

    /** {@code checkpoint at step 12,000, 3 min 05 s old}. */
    String text(Instant now) {
        Duration age = Duration.between(written, now);
        return "checkpoint" + (step.isPresent() ? " " + from() : "") + ", " + Text.duration(age.isNegative() ? Duration.ZERO : age) + " old";
    }
}
