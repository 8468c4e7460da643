package org.thaw.environments.wrappers.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Spec;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** A world whose actions mean something else: action a here is action {@code order[a]} there. Legal actions are renamed with them. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "permuted-actions", summary = "A world with its discrete actions in another order")
public final class PermutedActions implements EnvironmentFactory<PermutedActions.Config, World> {
    /** Which world and which order. */
    public record Config(
            @Parameter("the world whose actions are renamed; they must be discrete") Spec of,
            @Parameter(value = "for each action the number that it has in the inner world; empty: drawn by the run's seed", byDefault = "[]", range = "[0,*)") List<Integer> order,
            @Parameter(value = "which draw: another key, another order in the same run", byDefault = "0") long key) {
        public Config {
            order = List.copyOf(order);
        }
    }

    @Override
    public World create(Config configuration, Context context) {
        return Inner.wrapped(context, configuration.of(),
                inner -> new Renamed(inner, Order.of(configuration.order(), configuration.key(), inner.actions(), context)));
    }

    static final class Renamed extends Wrapper {
        private final int[] order;
        private final Action action;
        private final StepBuffer seen;

        Renamed(Inner inner, int... order) {
            super(inner);
            this.order = order;
            this.action = new Action(inner.signature());
            this.seen = new StepBuffer(inner.signature());
        }

        @Override
        public void reset(StepBuffer out) {
            inner.reset(seen);
            pass(out);
        }

        @Override
        public void step(Action chosen, StepBuffer out) {
            action.set(order[chosen.index()]);
            inner.step(action, seen);
            pass(out);
        }

        private void pass(StepBuffer out) {
            out.observation().copyFrom(seen.observation());
            for (int a = 0; a < order.length; a++) {
                out.legal()[a] = seen.legal()[order[a]];
            }
            out.outcomeFrom(seen);
        }

        @Override
        public void save(StateWriter out) {
            super.save(out);
            Order.save(order, out);
        }

        @Override
        public void restore(StateReader in) {
            super.restore(in);
            Order.restore(order, in);
        }
    }
}
