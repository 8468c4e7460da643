package org.thaw.runtime.internal.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.thaw.api.StateWriter;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.context.Scratch;
import org.thaw.runtime.internal.fault.Reasons;
import org.thaw.runtime.internal.fault.RunFolderException;
import org.thaw.runtime.internal.state.StateFile;

/** The checkpoints of one run: the last two, each a file in the format safetensors. A new one takes its name only when it is complete and on the disk. */
public final class CheckpointFolder {
    /** Below this path stand the states of the players, by role. */
    public static final String PLAYERS = "players";
    private static final String RUN = "run";
    private static final String SUFFIX = ".safetensors";
    private static final int KEPT = 2;

    /**
     * A checkpoint that was found whole.
     *
     * @param file to be closed by whoever asked for it
     */
    public record Checkpoint(RunState state, StateFile file) {
    }

    private final RunFolder run;
    private final Path folder;

    /** Those of a run. */
    public CheckpointFolder(RunFolder run) {
        this.run = run;
        this.folder = run.path().resolve(RunFolder.CHECKPOINTS);
    }

    /** Writes the next one, and lets go of all but the last two. */
    public void write(RunState state, Consumer<StateWriter> players) {
        try {
            Files.createDirectories(folder);
            List<Path> before = files();
            long number = before.isEmpty() ? 1 : number(before.get(0)) + 1;
            StateFile.write(folder.resolve(String.format("%08d", number) + SUFFIX), Map.of(RUN, Json.COMPACT.toJson(state)), players);
            for (Path old : before.stream().skip(KEPT - 1L).toList()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw new RunFolderException(folder, e);
        }
    }

    /** The newest that is whole and belongs to this configuration; what is wrong with newer ones is told. */
    public Optional<Checkpoint> newest(String configuration, Consumer<String> problems) {
        try {
            for (Path file : files()) {
                try {
                    return Optional.of(open(file, configuration));
                } catch (RuntimeException e) {
                    problems.accept("the checkpoint " + file.getFileName() + " is passed over: " + Reasons.of(e));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new RunFolderException(folder, e);
        }
    }

    private Checkpoint open(Path path, String configuration) throws IOException {
        StateFile file = StateFile.open(path);
        try {
            RunState state = Json.COMPACT.fromJson(file.metadata().getOrDefault(RUN, "{}"), RunState.class);
            if (!state.configuration().equals(configuration)) {
                throw new IllegalStateException("it is of another configuration");
            }
            check(RunFolder.EVENTS, state.eventFile());
            check(RunFolder.TIMING, state.timingFile());
            for (RunState.OfRecording recording : state.recordings()) {
                check(RunFolder.recording(recording.name()), recording.file());
            }
            for (RunState.OfStream stream : state.streams()) {
                check(RunFolder.stream(stream.role(), stream.number()), stream.file());
            }
            return new Checkpoint(state, file);
        } catch (RuntimeException | IOException e) {
            file.close();
            throw e;
        }
    }

    private void check(String name, RunState.Extent expected) throws IOException {
        if (!Extents.of(run.path().resolve(name), expected.bytes()).equals(expected)) {
            throw new IllegalStateException("the first " + expected.bytes() + " bytes of " + name + " are not those that were there when it was written");
        }
    }

    /** Lets go of all. */
    public void clear() {
        try {
            Scratch.remove(folder);
        } catch (IOException e) {
            throw new RunFolderException(folder, e);
        }
    }

    /** The newest first. */
    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("\\d+" + SUFFIX.replace(".", "\\."))).sorted(Comparator.comparing(CheckpointFolder::number).reversed())
                    .toList();
        }
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }
}
