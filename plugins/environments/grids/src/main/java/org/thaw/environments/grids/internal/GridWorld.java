package org.thaw.environments.grids.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Simulator;

/** Makes mazes of any form; see {@link MazeWorld} for what can be seen and done there. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "grid-world", summary = "A maze of cells with walls, one start and one goal; four moves, slippery if wanted",
        source = "Sutton, Barto: Reinforcement learning: an introduction. 2nd edition, 2018, example 8.1")
public final class GridWorld implements EnvironmentFactory<GridWorld.Config, Simulator> {
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
            Require.that(slip >= 0 && slip <= 1, "slip", slip, "a probability from 0 to 1");
            Require.that(stepPenalty >= 0 && Double.isFinite(stepPenalty), "stepPenalty", stepPenalty, "a finite number from 0");
            Require.that(Double.isFinite(goalReward), "goalReward", goalReward, "a finite number");
            Require.that(maxSteps >= 1, "maxSteps", maxSteps, "a whole number from 1");
        }

        MazeRules rules() {
            Maze maze = Maze.parse(map);
            return new MazeRules(maze, maze, 0, slip, stepPenalty, goalReward, maxSteps);
        }
    }

    @Override
    public Simulator create(Config configuration, Context context) {
        return new MazeWorld(configuration.rules(), context.random("slips"));
    }
}
