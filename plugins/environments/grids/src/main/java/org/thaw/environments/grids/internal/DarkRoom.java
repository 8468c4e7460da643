package org.thaw.environments.grids.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
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
 * Dark Room: a goal that nobody sees. Observation: one's own cell and nothing else. Actions: 0 up, 1 right, 2 down, 3 left, 4 stay. Each step
 * that ends on the goal earns 1. Every episode begins in the centre and is cut off after a fixed number of steps, never terminated. The goal is
 * the same for a whole lifetime, in all lanes and evaluations of a run.
 *
 * <p>With 9 by 9 cells and 20 steps, knowing the goal earns 16.54 on average over all goals, acting uniformly at random 20/81 = 0.247. No
 * simulator: what is hidden has to be found.
 */
public final class DarkRoom implements World, Drawable {
    private final Room room;
    private final View view;
    private final int centre;
    private final int episode;
    private final Signature signature;
    private int goal;
    private int cell;
    private int moves;

    /** Makes dark rooms. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "dark-room", summary = "Dark Room: a hidden goal, the same for a lifetime; only one's own position is seen",
            source = "Laskin et al.: In-context reinforcement learning with algorithm distillation. arXiv:2210.14215, 2022")
    public static final class Factory implements EnvironmentFactory<Config, World> {
        @Override
        public World create(Config configuration, Context context) {
            return new DarkRoom(configuration, context);
        }
    }

    /** The room and its goal. */
    public record Config(
            @Parameter(value = "how many rows and columns of cells", byDefault = "9", range = "[2,1000]", source = "Laskin et al. 2022") int size,
            @Parameter(value = "[row, column] of the goal; [] draws it from the run's seed", byDefault = "[]") List<Integer> goal,
            @Parameter(value = "which goals can be drawn: all; studied; or held-out, every fifth cell, which studied leaves out", byDefault = "all") Goals goals,
            @Parameter(value = "which of the goals that can be drawn of a seed: another number is another lifetime", byDefault = "0") long lifetime,
            @Parameter(value = "steps after which an episode is cut off; 0 means 20 in rooms of up to 9 by 9 cells and 50 in larger ones", byDefault = "0",
                    range = "[0,*)", source = "Laskin et al. 2022") int steps,
            @Parameter(value = "what is seen: cell, the number of one's own cell; or pixels, the room as [rows, columns, 1] with a 1 there, for networks",
                    byDefault = "cell") View view) {
        private static final int SMALL = 9;

        public Config {
            goal = List.copyOf(goal);
            Require.that(size >= 2 && size <= 1000, "size", size, "a whole number from 2 to 1000");
            Room.check("goal", goal, size);
            Require.that(steps >= 0, "steps", steps, "a whole number from 0");
        }

        int episode() {
            return steps > 0 ? steps : size <= SMALL ? 20 : 50;
        }
    }

    /** All that the future depends on. */
    public record State(int goal, int cell, int moves) {
    }

    DarkRoom(Config config, Context context) {
        this.room = Room.of(config.size());
        this.view = config.view();
        this.episode = config.episode();
        this.signature = new Signature(view.space(room.grid()), new Space.Categorical(Room.ACTIONS));
        this.goal = config.goal().isEmpty() ? config.goals().draw(room.cells(), context.random("goal", config.lifetime()))
                : room.place("goal", config.goal());
        this.centre = room.centre();
        this.cell = centre;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public void reset(StepBuffer out) {
        cell = centre;
        moves = 0;
        view.write(cell, out);
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        cell = room.after(cell, action.index());
        moves++;
        view.write(cell, out);
        double reward = cell == goal ? 1 : 0;
        if (moves >= episode) {
            out.truncation(reward);
        } else {
            out.transition(reward);
        }
    }

    @Override
    public Picture draw() {
        return new Sketch(room.grid()).mark(goal, 'G', Sketch.GOAL).agent(cell).picture();
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "state", new State(goal, cell, moves));
    }

    @Override
    public void restore(StateReader in) {
        State state = in.record("state", State.class);
        Require.that(room.contains(state.goal()) && room.contains(state.cell()) && state.moves() >= 0, "state", state,
                "cells from 0 to " + (room.cells() - 1) + " and moves from 0");
        goal = state.goal();
        cell = state.cell();
        moves = state.moves();
    }
}
