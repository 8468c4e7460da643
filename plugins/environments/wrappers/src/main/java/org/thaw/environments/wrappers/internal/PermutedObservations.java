package org.thaw.environments.wrappers.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Space;
import org.thaw.api.Spec;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/**
 * A world seen in another order: element i of an observation here is element {@code order[i]} there, row by row; of numbered states, state {@code order[i]}
 * there is called i here.
 */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "permuted-observations", summary = "A world with the elements of its observations, or its numbered states, in another order")
public final class PermutedObservations implements EnvironmentFactory<PermutedObservations.Config, World> {
    /** Which world and which order. */
    public record Config(
            @Parameter("the world whose observations are rearranged") Spec of,
            @Parameter(value = "for each element the place that it has in the inner world; empty: drawn by the run's seed", byDefault = "[]", range = "[0,*)") List<Integer> order,
            @Parameter(value = "which draw: another key, another order in the same run", byDefault = "0") long key) {
        public Config {
            order = List.copyOf(order);
        }
    }

    @Override
    public World create(Config configuration, Context context) {
        return Inner.wrapped(context, configuration.of(), inner -> around(inner, configuration, context));
    }

    private static World around(Inner inner, Config configuration, Context context) {
        Space seen = inner.signature().input();
        int elements = seen instanceof Space.Categorical categorical ? categorical.count() : seen.size();
        int[] order = Order.of(configuration.order(), configuration.key(), elements, context);
        return seen instanceof Space.Real real ? new Shuffled(inner, real, order) : new Renumbered(inner, order);
    }

    static final class Shuffled extends Rearranged {
        Shuffled(Inner inner, Space.Real shown, int[] order) {
            super(inner, shown, order);
        }

        @Override
        public void save(StateWriter out) {
            super.save(out);
            Order.save(from, out);
        }

        @Override
        public void restore(StateReader in) {
            super.restore(in);
            Order.restore(from, in);
        }
    }
}
