package org.thaw.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.thaw.host.bundle.FakeShell;

/** A host as a process of its own, in an installation made for it. */
final class HostProcess {
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;

    HostProcess(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(platform());
        Files.createDirectories(temporary());
    }

    /** One with the fake shell. */
    static HostProcess withShell(Path folder) throws Exception {
        HostProcess host = new HostProcess(folder);
        TestBundles.write(host.platform().resolve("shell.jar"), "org.thaw.host.shell", FakeShell.class, Map.of());
        return host;
    }

    Path platform() {
        return folder.resolve("home/platform");
    }

    Path config() {
        return folder.resolve("home/config");
    }

    Path state() {
        return folder.resolve("state");
    }

    Path temporary() {
        return folder.resolve("temporary");
    }

    /** What a finished process left. */
    record Result(int code, String out, String err) {
    }

    Result run(String... arguments) throws Exception {
        return end(start(List.of(), arguments));
    }

    Result run(List<String> options, String... arguments) throws Exception {
        return end(start(options, arguments));
    }

    Process start(List<String> options, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp", System.getProperty("java.class.path"), "--add-modules", "jdk.incubator.vector",
            "-Dthaw.home=" + folder.resolve("home"), "-Dthaw.state=" + state(), "-Djava.io.tmpdir=" + temporary()));
        line.addAll(options);
        line.add(Main.class.getName());
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).start();
    }

    /** Waits for the end, within bounds. */
    static Result end(Process process) throws Exception {
        try {
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the process did not end within " + PATIENCE_SECONDS + " seconds");
            }
            return new Result(process.exitValue(), out.get(), err.get().replaceAll("WARNING: Using incubator modules: \\S+\\R", ""));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Reads standard output up to a line. */
    static void await(Process process, String expected) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = process.getInputStream().read(); !line.toString().equals(expected); next = process.getInputStream().read()) {
            if (next < 0) {
                throw new AssertionError("the process ended before it printed " + expected);
            }
            line = next == '\n' ? new StringBuilder() : line.append((char) next);
        }
    }

    private static String text(java.io.InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
