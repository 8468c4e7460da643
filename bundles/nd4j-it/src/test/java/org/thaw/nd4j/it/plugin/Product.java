package org.thaw.nd4j.it.plugin;

import java.util.concurrent.Callable;
import org.nd4j.linalg.factory.Nd4j;

/** Multiplies two matrices the way a plugin author does. */
public final class Product implements Callable<float[]> {
    @Override
    public float[] call() {
        var left = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}});
        var right = Nd4j.createFromArray(new float[][] {{5, 6}, {7, 8}});
        return left.mmul(right).ravel().toFloatVector();
    }
}
