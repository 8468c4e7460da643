package org.thaw.environments.gymnasium.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Executables to give as the Python interpreter. */
final class Interpreter {
    private Interpreter() {
    }

    /** This Java, which plays {@link StandIn} whatever the script. */
    static String standIn() {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String path = String.join(":", home(StandIn.class), home(Wire.class));
        return wrapper("exec '" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx32m -cp '" + path + "' " + StandIn.class.getName() + " \"$@\"");
    }

    /** An executable file that runs a line of the shell. */
    static String wrapper(String line) {
        try {
            Path file = Files.createTempFile("interpreter", ".sh", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            file.toFile().deleteOnExit();
            Files.write(file, List.of("#!/bin/sh", line));
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String home(Class<?> type) {
        return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
    }

    /** An environment as it is. */
    static Gymnasium.Config plain(String python, String id, int timeoutSeconds) {
        return new Gymnasium.Config(id, python, List.of(), timeoutSeconds, false, 84, 4, 0, false);
    }
}
