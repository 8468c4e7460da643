package org.thaw.runtime.toys;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;

/** Points in the plane around four centres, a class each. */
public final class Blobs implements TaskStream {
    public record Config(@Parameter(value = "examples of each class", byDefault = "50", range = "[1,*)") int each,
                         @Parameter(value = "spread around the centre", byDefault = "0.3", range = "(0,*)") double spread) {
    }

    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "blobs", summary = "Four clouds of points.")
    public static final class Factory implements EnvironmentFactory<Config, Blobs> {
        @Override
        public Blobs create(Config configuration, Context context) {
            return new Blobs(configuration, context.random("blobs", 0));
        }
    }

    private static final int CLASSES = 4;
    private final Config config;
    private final float[] points;

    Blobs(Config config, RandomStream random) {
        this.config = config;
        points = new float[2 * CLASSES * config.each()];
        for (int i = 0; i < points.length / 2; i++) {
            points[2 * i] = (float) (i % 2 * 2 - 1 + config.spread() * random.nextGaussian());
            points[2 * i + 1] = (float) (i / 2 % 2 * 2 - 1 + config.spread() * random.nextGaussian());
        }
    }

    @Override
    public Signature signature() {
        return new Signature(Space.Real.of(-9, 9, 2), new Space.Categorical(CLASSES));
    }

    @Override
    public int tasks() {
        return 1;
    }

    @Override
    public Examples train(int task) {
        return new Examples() {
            @Override
            public int size() {
                return CLASSES * config.each();
            }

            @Override
            public void inputs(int[] indices, Tensor inputs) {
                for (int i = 0; i < inputs.rows(); i++) {
                    System.arraycopy(points, 2 * indices[i], inputs.floats(), 2 * i, 2);
                }
            }

            @Override
            public void targets(int[] indices, Tensor targets) {
                for (int i = 0; i < targets.rows(); i++) {
                    targets.ints()[i] = indices[i] % CLASSES;
                }
            }
        };
    }

    @Override
    public Examples test(int task) {
        return train(task);
    }
}
