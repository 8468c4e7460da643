package org.thaw.tck.broken;

import java.util.Arrays;
import java.util.Random;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;

/** Two tasks of twenty numbers each, even or odd; sound, but for one fault. */
public final class BrokenStream implements TaskStream {
    /** Ways to break the contract of task streams. */
    public enum Fault { NONE, EMPTY_TEST, TARGET_OUTSIDE, OWN_RANDOMNESS, DEPENDS_ON_ORDER, DEPENDS_ON_BATCH, WRITES_INTO_INDICES, TAKES_ANY_INDEX }

    /** Which fault. */
    public record Config(@Parameter("the fault") Fault fault) {
    }

    /** Makes streams with one fault each. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "broken-stream", summary = "Has one fault.")
    public static final class Factory implements EnvironmentFactory<Config, TaskStream> {
        @Override
        public TaskStream create(Config configuration, Context context) {
            return new BrokenStream(configuration.fault());
        }
    }

    private static final int SIZE = 20;

    private final Fault fault;
    private final int noise;
    private int asked;

    private BrokenStream(Fault fault) {
        this.fault = fault;
        this.noise = fault == Fault.OWN_RANDOMNESS ? new Random().nextInt(1 << 20) : 0;
    }

    @Override
    public Signature signature() {
        return new Signature(Space.Real.of(0, 1e7, 1), new Space.Categorical(2));
    }

    @Override
    public int tasks() {
        return 2;
    }

    @Override
    public Examples train(int task) {
        asked++;
        return examples(task, SIZE);
    }

    @Override
    public Examples test(int task) {
        return examples(task, fault == Fault.EMPTY_TEST ? 0 : SIZE);
    }

    private Examples examples(int task, int size) {
        if (task < 0 || task >= tasks()) {
            throw new IndexOutOfBoundsException("there is no task " + task);
        }
        int shift = 100 * task + noise + (fault == Fault.DEPENDS_ON_ORDER ? asked : 0);
        return new Examples() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public void inputs(int[] indices, Tensor inputs) {
                for (int i = 0; i < inputs.rows(); i++) {
                    inputs.floats()[i] = index(indices[i]) + shift + (fault == Fault.DEPENDS_ON_BATCH ? i : 0);
                }
                if (fault == Fault.WRITES_INTO_INDICES) {
                    Arrays.fill(indices, 0);
                }
            }

            @Override
            public void targets(int[] indices, Tensor targets) {
                for (int i = 0; i < targets.rows(); i++) {
                    targets.ints()[i] = index(indices[i]) % 2 + (fault == Fault.TARGET_OUTSIDE ? 1 : 0);
                }
            }

            private int index(int index) {
                if (fault == Fault.TAKES_ANY_INDEX) {
                    return Math.floorMod(index, SIZE);
                }
                if (index < 0 || index >= size) {
                    throw new IndexOutOfBoundsException("there is no example " + index);
                }
                return index;
            }
        };
    }
}
