package org.thaw.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built installation with a plugins folder, state and results of its own, driven as processes that are bounded in time. */
final class Thaw {
    private static final long MINUTES = 5;
    private static final Path REPOSITORY = Path.of(System.getProperty("thaw.repository")).toAbsolutePath().normalize();

    /** What a finished process said. */
    record Result(int code, String out, String err) {
        @Override
        public String toString() {
            return "exit " + code + "\n--- out\n" + out + "\n--- err\n" + err;
        }
    }

    private final Path folder;
    private final String javaHome;

    /** Below an empty folder, with the JDK of the tests. */
    Thaw(Path folder) {
        this(folder, System.getProperty("java.home"));
    }

    Thaw(Path folder, String javaHome) {
        this.folder = folder;
        this.javaHome = javaHome;
        copy(installation().resolve("plugins"), plugins());
    }

    static Path repository() {
        return REPOSITORY;
    }

    static Path installation() {
        return REPOSITORY.resolve("platform/installation/target/thaw");
    }

    static Path experiment(String name) {
        return REPOSITORY.resolve("config/experiments").resolve(name);
    }

    Path plugins() {
        return folder.resolve("plugins");
    }

    Path runs() {
        return folder.resolve("runs");
    }

    /** A file for this host, {@code lines} its content. */
    Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one command to its end. */
    Result run(String... arguments) {
        return run(MINUTES, builder(arguments));
    }

    /** The same for a command that takes up to so many minutes. */
    Result runFor(long minutes, String... arguments) {
        return run(minutes, builder(arguments));
    }

    /** The same, with no file larger than so many kilobytes. */
    Result runWithin(int kilobytes, String... arguments) {
        ProcessBuilder builder = builder(arguments);
        List<String> limited = new ArrayList<>(List.of("/bin/bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"));
        limited.addAll(builder.command());
        return run(MINUTES, builder.command(limited));
    }

    /** What the shell says to these commands, one after the other. */
    Result script(List<String> commands) {
        return run(MINUTES, builder(), file("script.txt", String.join("\n", commands) + "\nexit\n"));
    }

    private Result run(long minutes, ProcessBuilder builder) {
        return run(minutes, builder, Path.of("/dev/null"));
    }

    private Result run(long minutes, ProcessBuilder builder, Path input) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).redirectInput(input.toFile()).start();
            finish(minutes, process);
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the shell, reading commands from a pipe. */
    Shell shell() {
        try {
            return new Shell(builder().redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(installation().resolve("bin/thaw").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", javaHome);
        environment.put("THAW_JAVA_OPTS", "-Xmx1g -Dthaw.plugins=" + plugins() + " -Dthaw.state=" + folder.resolve("state"));
        environment.remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    static void finish(Process process) {
        finish(MINUTES, process);
    }

    private static void finish(long minutes, Process process) {
        try {
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("the process did not end within " + minutes + " minutes");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> jars = Files.list(from)) {
            Files.createDirectories(to);
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.copy(jar, to.resolve(jar.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
