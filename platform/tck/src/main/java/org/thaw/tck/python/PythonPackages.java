package org.thaw.tck.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Python with packages of Python's index, for tests against the real thing. It is installed once, into a virtual environment below {@code target}. Where there is no
 * Python, or its index is out of reach, the test is skipped, and says so.
 */
public final class PythonPackages {
    private static final int MAKING = 120;
    private static final int INSTALLING = 300;

    private final Path environment;
    private final List<String> packages;
    private final String untested;

    /**
     * @param name     of the environment's folder, {@code target/<name>-venv}
     * @param untested what is not tested without it, as the beginning of a sentence: {@code "TensorBoard's own reading of our files"}
     * @param packages with their versions: {@code "numpy==2.4.6"}
     */
    public PythonPackages(String name, String untested, String... packages) {
        this.environment = Path.of("target", name + "-venv").toAbsolutePath();
        this.packages = List.of(packages);
        this.untested = untested;
    }

    /** The interpreter; skips the test where it cannot be had. */
    public Path interpreter() throws IOException, InterruptedException {
        Path python = environment.resolve("bin/python");
        Path ready = environment.resolve("ready-" + String.join("-", packages));
        if (!Files.exists(ready)) {
            Path log = Files.createTempFile("python-packages", ".log");
            try {
                install(python, log);
                Files.createFile(ready);
            } finally {
                Files.delete(log);
            }
        }
        return python;
    }

    private void install(Path python, Path log) throws IOException, InterruptedException {
        try {
            need(run(MAKING, log, List.of("python3", "-m", "venv", "--clear", environment.toString())) == 0, "python3 cannot make a virtual environment", log);
        } catch (IOException e) {
            need(false, "there is no python3", log);
        }
        List<String> pip = List.of(python.toString(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1", "--timeout", "20");
        need(run(INSTALLING, log, Stream.concat(pip.stream(), packages.stream()).toList()) == 0, packages + " cannot be installed", log);
    }

    private void need(boolean there, String otherwise, Path log) throws IOException {
        if (!there) {
            String why = otherwise + ": " + Files.readString(log).strip();
            System.err.println("SKIPPED: " + untested + " was not tested: " + why);
            Assumptions.abort(why);
        }
    }

    /**
     * Runs a command for a limited time.
     *
     * @param output what it says goes here, errors included
     * @return its exit code; −1 if it had to be ended
     */
    public static int run(int seconds, Path output, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
