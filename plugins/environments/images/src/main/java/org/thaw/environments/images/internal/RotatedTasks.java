package org.thaw.environments.images.internal;

import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;

/** The tasks of {@link Rotated}. */
record RotatedTasks(TaskStream original, Space.Real range, List<Rotation> rotations) implements TaskStream {
    @Override
    public Signature signature() {
        return original.signature();
    }

    @Override
    public int tasks() {
        return rotations.size();
    }

    @Override
    public Examples train(int task) {
        return new Turned(original.train(0), rotations.get(task), range);
    }

    @Override
    public Examples test(int task) {
        return new Turned(original.test(0), rotations.get(task), range);
    }

    @Override
    public void close() {
        original.close();
    }

    private record Turned(Examples original, Rotation rotation, Space.Real range) implements Examples {
        @Override
        public int size() {
            return original.size();
        }

        @Override
        public void inputs(int[] indices, Tensor inputs) {
            original.inputs(indices, inputs);
            float[] values = inputs.floats();
            // one plane of its own at each call, because several threads may read
            float[] plane = new float[rotation.size()];
            for (int at = 0; at < values.length; at += plane.length) {
                System.arraycopy(values, at, plane, 0, plane.length);
                rotation.turn(plane, values, at, range);
            }
        }

        @Override
        public void targets(int[] indices, Tensor targets) {
            original.targets(indices, targets);
        }
    }
}
