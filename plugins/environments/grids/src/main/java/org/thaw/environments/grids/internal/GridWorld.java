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
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/**
 * A maze to find the way through. Observation: the number of the cell, row by row from the upper left. Actions: 0 up, 1 right, 2 down,
 * 3 left; a move into a wall or over the edge stays where it is. Reaching the goal ends the episode; the next one starts at S again.
 */
public final class GridWorld implements World {
    private final Config config;
    private final Maze maze;
    private final Signature signature;
    private final RandomStream slips;
    private int cell;
    private int moves;

    /** Makes grid worlds. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "grid-world", summary = "A maze of cells with walls, one start and one goal; four moves, slippery if wanted",
            source = "Sutton, Barto: Reinforcement learning: an introduction. 2nd edition, 2018, example 8.1")
    public static final class Factory implements EnvironmentFactory<Config, World> {
        @Override
        public World create(Config configuration, Context context) {
            return new GridWorld(configuration, context);
        }
    }

    /** The maze and its rules. */
    public record Config(
            @Parameter(value = "the maze, row by row from the top: . free, # wall, S start, G goal", byDefault = Maze.DYNA,
                    source = "Sutton and Barto 2018, figure 8.2") List<String> map,
            @Parameter(value = "probability that a move goes astray, to its left or right side by equal chance", byDefault = "0", range = "[0,1]") double slip,
            @Parameter(value = "what each move costs", byDefault = "0", range = "[0,*)") double stepPenalty,
            @Parameter(value = "reward for the move that reaches the goal, its cost not yet taken off", byDefault = "1",
                    source = "Sutton and Barto 2018, example 8.1") double goalReward,
            @Parameter(value = "moves after which an episode is cut off", byDefault = "1000", range = "[1,*)") int maxSteps) {
        public Config {
            map = List.copyOf(map);
            Maze.parse(map);
            require(slip >= 0 && slip <= 1, "slip", slip, "a probability from 0 to 1");
            require(stepPenalty >= 0 && Double.isFinite(stepPenalty), "stepPenalty", stepPenalty, "a finite number from 0");
            require(Double.isFinite(goalReward), "goalReward", goalReward, "a finite number");
            require(maxSteps >= 1, "maxSteps", maxSteps, "a whole number from 1");
        }

        private static void require(boolean holds, String name, Number value, String expected) {
            if (!holds) {
                throw new IllegalArgumentException(name + ": " + value + ", expected " + expected);
            }
        }
    }

    /** All that the future depends on, but for the random stream, which the host keeps. */
    public record State(int cell, int moves) {
    }

    GridWorld(Config config, Context context) {
        this.config = config;
        this.maze = Maze.parse(config.map());
        this.signature = new Signature(new Space.Categorical(maze.grid().cells()), new Space.Categorical(Move.COUNT));
        this.slips = context.random("slips");
        this.cell = maze.start();
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public void reset(StepBuffer out) {
        cell = maze.start();
        moves = 0;
        observe(out);
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        cell = maze.grid().after(cell, direction(action.index()));
        moves++;
        observe(out);
        // taken off 0, not negated: a free move earns 0, never −0
        double reward = (cell == maze.goal() ? config.goalReward() : 0) - config.stepPenalty();
        if (cell == maze.goal()) {
            out.termination(reward);
        } else if (moves >= config.maxSteps()) {
            out.truncation(reward);
        } else {
            out.transition(reward);
        }
    }

    private int direction(int wanted) {
        if (config.slip() == 0) {
            return wanted;
        }
        double chance = slips.nextDouble();
        if (chance >= config.slip()) {
            return wanted;
        }
        return chance < config.slip() / 2 ? Move.leftOf(wanted) : Move.rightOf(wanted);
    }

    private void observe(StepBuffer out) {
        out.observation().ints()[0] = cell;
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "state", new State(cell, moves));
    }

    @Override
    public void restore(StateReader in) {
        State state = in.record("state", State.class);
        if (state.cell() < 0 || state.cell() >= maze.grid().cells() || maze.grid().isWall(state.cell()) || state.moves() < 0) {
            throw new IllegalArgumentException("state: " + state + ", expected a free cell from 0 to " + (maze.grid().cells() - 1) + " and moves from 0");
        }
        cell = state.cell();
        moves = state.moves();
    }
}
