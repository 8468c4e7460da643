package org.thaw.control.internal.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The memory that a process has for itself, where the system tells: Linux. Libraries and archives that are mapped are not counted. */
final class Memory {
    private static final String OWN = "RssAnon:";
    private static final int KIB_PER_MIB = 1024;

    private Memory() {
    }

    /** In MiB. */
    static OptionalLong of(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream().filter(line -> line.startsWith(OWN))
                    .mapToLong(line -> Long.parseLong(line.substring(OWN.length()).replace("kB", "").strip()) / KIB_PER_MIB).findFirst();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();   // another system, or the process is gone
        }
    }

    /** What to say of a process that takes more than its heap, as much again, and the allowance. */
    static Optional<String> excess(long pid, int heap, int allowance) {
        long limit = 2L * heap + allowance;
        OptionalLong taken = of(pid);
        return taken.isPresent() && taken.getAsLong() > limit
                ? Optional.of("it took " + taken.getAsLong() + " MiB of memory, more than the " + limit + " MiB allowed (" + heap + " MiB of heap, as much outside it, and "
                        + allowance + " MiB for the JVM)")
                : Optional.empty();
    }
}
