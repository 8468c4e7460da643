package org.thaw.nd4j.it.plugin;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.util.concurrent.Callable;
import org.bytedeco.javacpp.FloatPointer;

/** Multiplies the same matrices with the BLAS that ND4J brings. */
public final class DirectProduct implements Callable<float[]> {
    @Override
    public float[] call() {
        try (var left = new FloatPointer(1, 2, 3, 4); var right = new FloatPointer(5, 6, 7, 8); var product = new FloatPointer(4)) {
            cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, 2, 2, 2, 1, left, 2, right, 2, 0, product, 2);
            float[] result = new float[4];
            product.get(result);
            return result;
        }
    }
}
