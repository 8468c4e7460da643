package org.thaw.metrics.plasticity.internal;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Singular values by LAPACK's dgesvd through ND4J. The one class here that loads ND4J. */
final class SingularValues {
    private SingularValues() {
    }

    /** The singular values of a matrix given row by row, descending; min(rows, columns) of them. */
    static double[] of(float[] matrix, int rows, int columns) {
        // LAPACK reads column by column, and ND4J tells it the wrong stride unless there are at least as many rows; a transpose has the same singular values
        boolean tall = rows >= columns;
        int m = tall ? rows : columns;
        int n = tall ? columns : rows;
        double[] byColumn = new double[matrix.length];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                byColumn[j * m + i] = tall ? matrix[i * n + j] : matrix[j * m + i];
            }
        }
        INDArray values = Nd4j.create(DataType.DOUBLE, 1, n);
        // no vectors: with 2000 inputs the left ones alone would fill 32 MB
        Nd4j.getBlasWrapper().lapack().gesvd(Nd4j.create(byColumn, new int[] {m, n}, 'f'), values, null, null);
        return values.data().asDouble();
    }
}
