package org.thaw.nd4j.it.plugin;

import java.util.concurrent.Callable;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;

/** How many native threads one operation may use: of ND4J's own loops, and of OpenBLAS. */
public final class Threads implements Callable<int[]> {
    @Override
    public int[] call() {
        return new int[] {Nd4j.getEnvironment().maxMasterThreads(), openblas.blas_get_num_threads()};
    }
}
