package org.thaw.runtime.toys;

import java.util.Arrays;
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

/** Cells in rows, seen from above: 1 where one stands. Action a goes a + 1 cells on, round and round; the last cell ends the episode, as does the 30th move. */
public final class Room implements World {
    public record Config(@Parameter(value = "rows", byDefault = "2", range = "[1,*)") int rows, @Parameter(value = "columns", byDefault = "3", range = "[1,*)") int columns,
                         @Parameter(value = "actions", byDefault = "2", range = "[1,*)") int actions, @Parameter(value = "whether actions are real", byDefault = "false") boolean real) {
    }

    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "room", summary = "Cells in rows.")
    public static final class Factory implements EnvironmentFactory<Config, Room> {
        @Override
        public Room create(Config configuration, Context context) {
            return new Room(configuration, context.random("slips"));
        }
    }

    private record Place(int cell, int moves) {
    }

    private final Config config;
    private final RandomStream slips;
    private int cell;
    private int moves;

    Room(Config config, RandomStream slips) {
        this.config = config;
        this.slips = slips;
    }

    @Override
    public Signature signature() {
        return new Signature(Space.Real.of(0, 1, config.rows(), config.columns()), config.real() ? Space.Real.of(-1, 1, config.actions()) : new Space.Categorical(config.actions()));
    }

    private void look(StepBuffer out) {
        float[] seen = out.observation().floats();
        if (seen.length != config.rows() * config.columns()) {
            throw new IllegalStateException("a buffer of " + seen.length + " for another world");
        }
        Arrays.fill(seen, 0);
        seen[cell] = 1;
    }

    @Override
    public void reset(StepBuffer out) {
        cell = 0;
        moves = 0;
        look(out);
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        if (action.index() >= config.actions()) {
            throw new IllegalStateException("there is no action " + action.index());
        }
        int cells = config.rows() * config.columns();
        cell = (cell + (slips.nextBoolean(0.1) ? 0 : action.index() + 1)) % cells;
        look(out);
        if (cell == cells - 1) {
            out.termination(1);
        } else if (++moves == 30) {
            out.truncation(-0.1);
        } else {
            out.transition(-0.1);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "place", new Place(cell, moves));
    }

    @Override
    public void restore(StateReader in) {
        Place place = in.record("place", Place.class);
        cell = place.cell();
        moves = place.moves();
    }
}
