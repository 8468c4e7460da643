package org.thaw.networks.internal;

import java.util.Arrays;

/** The working branches: rows are put together going forward, and taken apart going backward. */
final class BranchOperator implements Operator, Nested {

    private final Operator[] operators;
    private final int[] widths;
    private final int width;
    private final int inputs;
    private final float[][] deltas;
    private int rows;
    private float[] output = new float[0];
    private float[] inputGradient = new float[0];

    BranchOperator(Operator[] operators, int[] widths, int inputs) {
        this.operators = operators;
        this.widths = widths;
        this.inputs = inputs;
        width = Arrays.stream(widths).sum();
        deltas = new float[operators.length][0];
    }

    @Override
    public void training(boolean on) {
        for (Operator operator : operators) {
            operator.training(on);
        }
    }

    @Override
    public float[] forward(float[] in, int offset, int rows) {
        this.rows = rows;
        output = Buffers.atLeast(output, rows, width);
        int at = 0;
        for (int i = 0; i < operators.length; i++) {
            float[] values = operators[i].forward(in, offset, rows);
            for (int r = 0; r < rows; r++) {
                System.arraycopy(values, r * widths[i], output, r * width + at, widths[i]);
            }
            at += widths[i];
        }
        return output;
    }

    @Override
    public float[] output() {
        return output;
    }

    /** {@code branch1} and so on, and what lies inside. */
    @Override
    public float[] activation(String path) {
        for (int i = 0; i < operators.length; i++) {
            String name = "branch" + (i + 1);
            if (path.equals(name)) {
                return operators[i].output();
            }
            if (path.startsWith(name + ".") && operators[i] instanceof Nested nested) {
                return nested.activation(path.substring(name.length() + 1));
            }
        }
        throw new IllegalArgumentException("no layer '" + path + "' in " + operators.length + " branches, called branch1 and so on");
    }

    @Override
    public void parameterGradient(float[] outGradient, boolean accumulate) {
        split(outGradient);
        for (int i = 0; i < operators.length; i++) {
            operators[i].parameterGradient(deltas[i], accumulate);
        }
    }

    @Override
    public void addSquares(float[] outGradient, float[] sums) {
        split(outGradient);
        for (int i = 0; i < operators.length; i++) {
            operators[i].addSquares(deltas[i], sums);
        }
    }

    private void split(float[] outGradient) {
        int at = 0;
        for (int i = 0; i < operators.length; i++) {
            deltas[i] = Buffers.atLeast(deltas[i], rows, widths[i]);
            for (int r = 0; r < rows; r++) {
                System.arraycopy(outGradient, r * width + at, deltas[i], r * widths[i], widths[i]);
            }
            at += widths[i];
        }
    }

    @Override
    public float[] inputGradient(float[] outGradient) {
        inputGradient = Buffers.atLeast(inputGradient, rows, inputs);
        int n = rows * inputs;
        System.arraycopy(operators[0].inputGradient(deltas[0]), 0, inputGradient, 0, n);
        for (int i = 1; i < operators.length; i++) {
            float[] part = operators[i].inputGradient(deltas[i]);
            for (int j = 0; j < n; j++) {
                inputGradient[j] += part[j];
            }
        }
        return inputGradient;
    }
}
