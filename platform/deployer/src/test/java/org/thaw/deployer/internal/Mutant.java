package org.thaw.deployer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.thaw.deployer.Problem;

/**
 * One malformed jar.
 *
 * @param name  what was done to it
 * @param types what may be said of it
 * @param place what the sentence must name: the entry, the header, the attribute
 * @param put   makes it
 */
record Mutant(String name, Set<Problem.Type> types, String place, Put put) {
    /** Makes the malformed thing under a name that is free. */
    interface Put {
        void at(Path file) throws IOException;
    }

    static Mutant of(String name, Problem.Type type, String place, byte[] bytes) {
        return new Mutant(name, Set.of(type), place, file -> Files.write(file, bytes));
    }

    static Mutant of(String name, Problem.Type type, String place, PluginJar jar) {
        return of(name, type, place, jar.bytes());
    }
}
