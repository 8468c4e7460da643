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
 * @param groups      of threads; virtual machines before 19 keep a group until it is told to go
 * @param descriptors open files and sockets; 0 where the system does not list them
 * @param classes     that are loaded
 * @param metaspace   bytes in use for classes
 * @param heap        bytes in use for objects
 */
public record Vitals(int threads, int groups, long descriptors, int classes, long metaspace, long heap) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /** To be asked after a garbage collection. */
    public static Vitals now() throws IOException {
        return new Vitals(ManagementFactory.getThreadMXBean().getThreadCount(), threadGroups(), open(), ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals("Metaspace")).mapToLong(Vitals::used).sum(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    private static int threadGroups() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root.activeGroupCount();
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
