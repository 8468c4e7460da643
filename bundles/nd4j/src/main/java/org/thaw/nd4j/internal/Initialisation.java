package org.thaw.nd4j.internal;

import java.nio.file.Path;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;

/** The first use of ND4J in the process. The only class here that names ND4J, so that what must come before it can. */
final class Initialisation {
    private Initialisation() {
    }

    /**
     * Unpacks and loads the native libraries, and bounds their threads.
     *
     * @param cache where they are unpacked to
     * @param threads of one operation, over the whole process
     */
    static void run(Path cache, int threads) {
        System.setProperty("org.bytedeco.javacpp.cachedir", cache.toString());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader own = Initialisation.class.getClassLoader();
        // ND4J finds its back end by the service loader, and its background threads inherit the context class loader: not a plugin's
        thread.setContextClassLoader(own);
        try {
            ND4JClassLoading.setNd4jClassloader(own);
            Nd4j.create(1);
            limit(threads);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * What can be bounded from within. A few of ND4J's loops (sums over everything, softmax, random numbers) use OpenMP, which keeps its bound per
     * calling thread and takes the initial one from the process's environment alone: OMP_NUM_THREADS, set by whoever starts the process.
     */
    private static void limit(int threads) {
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
        Nd4j.factory().blas().setMaxThreads(threads);
    }
}
