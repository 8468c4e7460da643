package org.thaw.environments.gymnasium.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A Python with Gymnasium and Atari's games, installed once, into {@code target}. Without Python or its package index, tests that want it are skipped. */
final class RealPython {
    private static final List<String> PACKAGES = List.of("gymnasium==1.4.0", "ale-py==0.12.1", "numpy==2.4.6");
    private static final Path VENV = Path.of("target", "gymnasium-venv").toAbsolutePath();

    private RealPython() {
    }

    /** The interpreter's path. */
    static String installed(Path temporary) throws IOException, InterruptedException {
        Path python = VENV.resolve("bin/python");
        Path ready = VENV.resolve("ready-" + String.join("-", PACKAGES));
        if (!Files.exists(ready)) {
            Path log = temporary.resolve("install");
            try {
                need(run(120, log, Stream.of("python3", "-m", "venv", "--clear", VENV.toString())), "python3 cannot make a virtual environment", log);
            } catch (IOException e) {
                need(false, "there is no python3", log);
            }
            need(run(300, log, Stream.concat(Stream.of(python.toString(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1", "--timeout", "20"),
                    PACKAGES.stream())), PACKAGES + " cannot be installed", log);
            Files.createFile(ready);
        }
        return python.toString();
    }

    private static void need(boolean there, String otherwise, Path log) throws IOException {
        if (!there) {
            String why = otherwise + (Files.exists(log) ? ": " + Files.readString(log).strip() : "");
            System.err.println("SKIPPED: the real Gymnasium and its Atari games were not tested: " + why);
            Assumptions.abort(why);
        }
    }

    /** Runs a command for a limited time; returns whether it went well. */
    private static boolean run(int seconds, Path output, Stream<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command.toList()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
