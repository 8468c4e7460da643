package org.thaw.environments.gymnasium.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Python side: one file, which is written anew for each process, so that it is never another version's. */
final class Script {
    static final String NAME = "gymnasium_child.py";

    private Script() {
    }

    /** Starts the script in a folder of its own below {@code scratch}. */
    static Child start(Gymnasium.Config config, Path scratch) {
        try (InputStream script = Script.class.getResourceAsStream(NAME)) {
            Path folder = Files.createTempDirectory(scratch, "gymnasium-");
            Path file = folder.resolve(NAME);
            Files.write(file, script.readAllBytes());
            return new Child(config.id(), command(config, file), folder, config.timeoutSeconds());
        } catch (IOException e) {
            throw new UncheckedIOException(scratch + ": " + NAME + " cannot be written there: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Gymnasium.Config config, Path file) {
        List<String> command = new ArrayList<>(List.of(config.python(), file.toAbsolutePath().toString(), config.id()));
        for (int number : new int[] {config.atari() ? 1 : 0, config.side(), config.frameSkip(), config.noOps(), config.lifeLoss() ? 1 : 0}) {
            command.add(Integer.toString(number));
        }
        command.addAll(config.arguments());
        return command;
    }
}
