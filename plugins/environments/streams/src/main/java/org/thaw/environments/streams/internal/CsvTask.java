package org.thaw.environments.streams.internal;

import java.util.Objects;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;

/** The stream of a {@link CsvFile}. */
final class CsvTask implements TaskStream {
    private final CsvTable table;
    private final Signature signature;
    private final int training;

    CsvTask(CsvTable table, double testShare) {
        this.table = table;
        int width = table.inputs().stream().mapToInt(Column::width).sum();
        double far = Double.POSITIVE_INFINITY;
        Space output = table.label().categories().<Space>map(classes -> new Space.Categorical(classes.size())).orElse(Space.Real.of(-far, far, 1));
        signature = new Signature(Space.Real.of(-far, far, width), output);
        training = table.label().size() - (int) (testShare * table.label().size());
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public int tasks() {
        return 1;
    }

    @Override
    public Examples train(int task) {
        Objects.checkIndex(task, 1);
        return new Rows(0, training);
    }

    @Override
    public Examples test(int task) {
        Objects.checkIndex(task, 1);
        return new Rows(training, table.label().size() - training);
    }

    private final class Rows implements Examples {
        private final int first;
        private final int size;

        Rows(int first, int size) {
            this.first = first;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public void inputs(int[] indices, Tensor inputs) {
            int at = 0;
            for (int i = 0; i < inputs.rows(); i++) {
                int row = first + Objects.checkIndex(indices[i], size);
                for (Column column : table.inputs()) {
                    column.write(row, inputs.floats(), at);
                    at += column.width();
                }
            }
        }

        @Override
        public void targets(int[] indices, Tensor targets) {
            for (int i = 0; i < targets.rows(); i++) {
                float value = table.label().at(first + Objects.checkIndex(indices[i], size));
                if (targets.type() == Tensor.Type.I32) {
                    targets.ints()[i] = (int) value;
                } else {
                    targets.floats()[i] = value;
                }
            }
        }
    }
}
