package org.thaw.environments.wrappers.internal;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Space;
import org.thaw.api.Spec;
import org.thaw.api.Tensor;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/** A world of numbered states, seen as a vector or image with a single 1 in the place of the state's number: so that networks can live in grids. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "one-hot", summary = "A world of numbered states, seen as one-hot vectors or images")
public final class OneHot implements EnvironmentFactory<OneHot.Config, World> {
    /** Which world and in what shape. */
    public record Config(
            @Parameter("the world to see; with numbered states") Spec of,
            @Parameter(value = "shape with as many elements as there are states, filled row by row, [6, 9, 1]; empty: a vector", byDefault = "[]",
                    range = "[1,*)") List<Integer> shape) {
        public Config {
            shape = List.copyOf(shape);
        }
    }

    @Override
    public World create(Config configuration, Context context) {
        return Inner.wrapped(context, configuration.of(), inner -> new Marked(inner, shape(configuration, inner.states())));
    }

    private static Space.Real shape(Config configuration, int states) {
        List<Integer> shape = configuration.shape().isEmpty() ? List.of(states) : configuration.shape();
        Space.Real shown = new Space.Real(Tensor.Type.F32, shape, 0, 1);
        if (shown.size() != states) {
            throw new IllegalArgumentException("shape: " + shape + " has " + shown.size() + " elements, expected " + states + ", one for each state");
        }
        return shown;
    }

    static final class Marked extends ObservationWrapper {
        Marked(Inner inner, Space.Real shown) {
            super(inner, shown);
        }

        @Override
        void show(Tensor inner, Tensor outer, boolean first) {
            float[] values = outer.floats();
            Arrays.fill(values, 0);
            values[inner.ints()[0]] = 1;
        }
    }
}
