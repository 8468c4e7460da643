package org.thaw.runtime.toys;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** Five cells in a row; the right end pays 1 and ends the episode; now and then the floor slips. */
public final class Corridor implements World {
    public record Config(@Parameter(value = "probability that a move does nothing", byDefault = "0.1", range = "[0,1)") double slip) {
    }

    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "corridor", summary = "Five cells in a row.")
    public static final class Factory implements EnvironmentFactory<Config, Corridor> {
        @Override
        public Corridor create(Config configuration, Context context) {
            return new Corridor(configuration, context.random("slips"));
        }
    }

    private record Place(int cell) {
    }

    private static final int CELLS = 5;
    private final Config config;
    private final RandomStream slips;
    private int cell;

    Corridor(Config config, RandomStream slips) {
        this.config = config;
        this.slips = slips;
    }

    @Override
    public Signature signature() {
        return new Signature(new Space.Categorical(CELLS), new Space.Categorical(2));
    }

    @Override
    public void reset(StepBuffer out) {
        cell = 0;
        out.observation().ints()[0] = cell;
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        if (!slips.nextBoolean(config.slip())) {
            cell = Math.max(0, cell + (action.index() == 1 ? 1 : -1));
        }
        out.observation().ints()[0] = cell;
        if (cell == CELLS - 1) {
            out.termination(1);
        } else {
            out.transition(-0.01);
        }
    }

    int cell() {
        return cell;
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "place", new Place(cell));
    }

    @Override
    public void restore(StateReader in) {
        cell = in.record("place", Place.class).cell();
    }
}
