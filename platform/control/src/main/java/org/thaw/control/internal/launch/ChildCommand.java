package org.thaw.control.internal.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.thaw.control.internal.host.ControlSocket;
import org.thaw.runtime.run.Limits;

/**
 * How a child process is started: with the JVM, class path and options of this host, but memory limits of its own and one thread for collecting
 * garbage, since runs share the cores.
 *
 * @param options JVM options, class path, and main class; asked for when a child is started
 * @param archive of classes; empty for none
 */
record ChildCommand(Supplier<List<String>> options, Optional<ClassArchive> archive) {
    /** A host's options that are not its children's: memory, collector, archives, debuggers, agents, and those that belong to its terminal. */
    private static final Pattern OWN = Pattern.compile(
            "-Xm[xsn].*|-XX:(MaxHeapSize|InitialHeapSize|MaxRAMPercentage|InitialRAMPercentage|MaxDirectMemorySize)=.*|-XX:[+-]Use\\w+GC|-XX:(SharedArchiveFile|ArchiveClassesAtExit)=.*"
                    + "|-Xshare:.*|-XX:[+-]AutoCreateSharedArchive|-agentlib:.*|-agentpath:.*|-javaagent:.*|-Xdebug|-Xrun.*|-Dthaw\\.(terminal\\..*|stderr|plugins|state|child)=.*");
    private static final Path SHELL = Path.of("/bin/sh");
    /** Ctrl-C and the end of a terminal reach every process in it. The host decides what they mean to the runs, and tells its children. */
    private static final List<String> DEAF = List.of(SHELL.toString(), "-c", "trap '' INT HUP QUIT; exec \"$@\"", "thaw-child");

    /** As this process was started. @param properties the framework's */
    static ChildCommand ofThisHost(UnaryOperator<String> properties) {
        return new ChildCommand(() -> {
            List<String> line = new ArrayList<>();
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> !OWN.matcher(option).matches()).forEach(line::add);
            line.add("-Xshare:auto");
            line.add("-Dthaw.state=" + properties.apply("thaw.state"));
            line.addAll(List.of("-D" + ControlSocket.CHILD + "=true", "-cp", System.getProperty("java.class.path"), "org.thaw.host.Main"));
            return line;
        }, Files.isExecutable(SHELL) ? Optional.of(new ClassArchive(Path.of(properties.apply("thaw.state")).resolve("cds"))) : Optional.empty());
    }

    /** Starts one, and tells it by its standard input where to report and with which token. */
    Process start(Limits limits, Path socket, String token) throws IOException {
        List<String> java = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-Xmx" + limits.megabytes() + "m", "-XX:MaxDirectMemorySize=" + limits.megabytes() + "m"));
        java.addAll(options.get());
        List<String> line = new ArrayList<>(Files.isExecutable(SHELL) ? DEAF : List.of());
        line.addAll(java);
        line.addAll(line.indexOf(java.get(0)) + 1, archive.map(ClassArchive::options).orElse(List.of()));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putIfAbsent("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((socket + "\n" + token + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it has ended already: its exit code and what it printed say more
            System.getLogger(ChildCommand.class.getName()).log(System.Logger.Level.DEBUG, "a child process did not read its input", e);
        }
        archive.ifPresent(classes -> classes.started(java));
        return process;
    }
}
