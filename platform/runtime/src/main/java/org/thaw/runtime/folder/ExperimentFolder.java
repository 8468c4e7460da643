package org.thaw.runtime.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The results of one experiment: {@code runs/<experiment>/} with a folder for each run, {@code experiment.json} and the report.
 *
 * @param path the folder
 */
public record ExperimentFolder(Path path) {
    /** The name of the experiment's file in its folder. */
    public static final String EXPERIMENT = "experiment.json";
    /** The same as it was when the first run in the folder was started; not rewritten afterwards. Folders from before this was kept lack it. */
    public static final String FIRST = "experiment.first.json";
    /** Locked while a process runs the experiment. Nobody else may open it: to close any channel to it is to give up the lock. */
    public static final String LOCK = ".lock";
    /** Holds the number of the process that runs the experiment. */
    public static final String HOLDER = ".holder";

    /** The experiment's name. */
    public String name() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** The number of the process that says it is running the experiment; empty if none does. It need not be alive. */
    public OptionalLong holder() {
        try {
            String pid = Files.readString(path.resolve(HOLDER)).strip();
            return pid.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(pid));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Whether a process that is alive says that it is running the experiment. */
    public boolean busy() {
        OptionalLong holder = holder();
        return holder.isPresent() && ProcessHandle.of(holder.getAsLong()).map(ProcessHandle::isAlive).orElse(false);
    }

    /** All run folders, by name. */
    public List<RunFolder> runs() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(RunFolder.MANIFEST))).sorted().map(RunFolder::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + path, e);
        }
    }
}
