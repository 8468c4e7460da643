package org.thaw.environments.grids.internal;

import java.util.List;
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
import org.thaw.api.environment.Drawable;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/**
 * Dark Key-to-Door: a key and a door that nobody sees. Actions: 0 up, 1 right, 2 down, 3 left, 4 stay. The first step that ends on the key earns 1;
 * from the next step on, the first that ends on the door earns 1; nothing else does, so that an episode's return is 0, 1 or 2. Episodes are cut
 * off after a fixed number of steps, never terminated. Key and door are the same for a whole lifetime, in all lanes and evaluations of
 * a run; they may share a cell.
 *
 * <p>Observation: one's own cell; what one holds has to be remembered, unless it is shown. Then the observation is the cell, plus the number of
 * cells once the key is taken, plus it again once the door is open.
 */
public final class KeyToDoor implements World, Drawable {
    private static final int SEARCHING = 0;
    private static final int HOLDING = 1;
    private static final int OPENED = 2;
    private static final int STAGES = 3;
    private static final int DRAWN = -1;

    private final Config config;
    private final Room room;
    private final Signature signature;
    private final RandomStream starts;
    private final int start;
    private int key;
    private int door;
    private int cell;
    private int stage;
    private int moves;

    /** Makes rooms with key and door. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "key-to-door", summary = "Dark Key-to-Door: a hidden key, then a hidden door, the same for a lifetime",
            source = "Laskin et al.: In-context reinforcement learning with algorithm distillation. arXiv:2210.14215, 2022")
    public static final class Factory implements EnvironmentFactory<Config, World> {
        @Override
        public World create(Config configuration, Context context) {
            return new KeyToDoor(configuration, context);
        }
    }

    /** The room and what is hidden in it. */
    public record Config(
            @Parameter(value = "how many rows and columns of cells", byDefault = "9", range = "[2,1000]", source = "Laskin et al. 2022") int size,
            @Parameter(value = "[row, column] of the key; [] draws it from the run's seed", byDefault = "[]") List<Integer> key,
            @Parameter(value = "[row, column] of the door; [] draws it from the run's seed", byDefault = "[]") List<Integer> door,
            @Parameter(value = "which of the places that can be drawn of a seed: another number is another lifetime", byDefault = "0") long lifetime,
            @Parameter(value = "[row, column] where episodes begin; [] draws one for each episode", byDefault = "[]") List<Integer> start,
            @Parameter(value = "steps after which an episode is cut off", byDefault = "50", range = "[1,*)", source = "Laskin et al. 2022") int steps,
            @Parameter(value = "whether the observation tells if the key is taken and the door open", byDefault = "false") boolean showProgress) {
        public Config {
            key = List.copyOf(key);
            door = List.copyOf(door);
            start = List.copyOf(start);
            Require.that(size >= 2 && size <= 1000, "size", size, "a whole number from 2 to 1000");
            Room.check("key", key, size);
            Room.check("door", door, size);
            Room.check("start", start, size);
            Require.that(steps >= 1, "steps", steps, "a whole number from 1");
        }
    }

    /** All that the future depends on, but for the random stream. {@code stage}: 0 searching the key, 1 holding it, 2 the door is open. */
    public record State(int key, int door, int cell, int stage, int moves) {
    }

    KeyToDoor(Config config, Context context) {
        this.config = config;
        this.room = Room.of(config.size());
        this.signature = new Signature(new Space.Categorical(config.showProgress() ? STAGES * room.cells() : room.cells()), new Space.Categorical(Room.ACTIONS));
        this.starts = context.random("starts");
        this.start = config.start().isEmpty() ? DRAWN : Place.number("start", config.start(), room.grid());
        this.key = room.placeOrDraw("key", config.key(), context.random("key", config.lifetime()));
        this.door = room.placeOrDraw("door", config.door(), context.random("door", config.lifetime()));
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public void reset(StepBuffer out) {
        cell = start == DRAWN ? starts.nextInt(room.cells()) : start;
        stage = SEARCHING;
        moves = 0;
        observe(out);
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        cell = room.after(cell, action.index());
        moves++;
        boolean found = stage == SEARCHING && cell == key || stage == HOLDING && cell == door;
        if (found) {
            stage++;
        }
        observe(out);
        if (moves >= config.steps()) {
            out.truncation(found ? 1 : 0);
        } else {
            out.transition(found ? 1 : 0);
        }
    }

    private void observe(StepBuffer out) {
        out.observation().ints()[0] = config.showProgress() ? stage * room.cells() + cell : cell;
    }

    /** The key as long as it lies there, the door until it is open. */
    @Override
    public Picture draw() {
        Sketch sketch = new Sketch(room.grid());
        if (stage != OPENED) {
            sketch.mark(door, 'D', Sketch.DOOR);
        }
        if (stage == SEARCHING) {
            sketch.mark(key, 'K', Sketch.KEY);
        }
        return sketch.agent(cell).picture();
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "state", new State(key, door, cell, stage, moves));
    }

    @Override
    public void restore(StateReader in) {
        State state = in.record("state", State.class);
        Require.that(room.contains(state.key()) && room.contains(state.door()) && room.contains(state.cell()) && state.stage() >= SEARCHING
                && state.stage() <= OPENED && state.moves() >= 0, "state", state, "cells from 0 to " + (room.cells() - 1) + ", a stage from 0 to 2 and moves from 0");
        key = state.key();
        door = state.door();
        cell = state.cell();
        stage = state.stage();
        moves = state.moves();
    }
}
