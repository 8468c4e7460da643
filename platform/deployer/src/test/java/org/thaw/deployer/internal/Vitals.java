package org.thaw.deployer.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process holds that leaks would pile up.
 *
 * @param threads     that live
 * @param descriptors open files and sockets; 0 where the system does not list them
 * @param classes     that are loaded
 * @param metaspace   bytes in use for classes
 */
record Vitals(int threads, long descriptors, int classes, long metaspace) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /** To be asked after a garbage collection. */
    static Vitals now() throws IOException {
        return new Vitals(ManagementFactory.getThreadMXBean().getThreadCount(), open(), ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals("Metaspace")).mapToLong(Vitals::used).sum());
    }

    private static long used(MemoryPoolMXBean pool) {
        return pool.getUsage().getUsed();
    }

    private static long open() throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(DESCRIPTORS)) {
            return files.count();
        }
    }
}
