package org.thaw.environments.grids.internal;

import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Drawable;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.Simulator;
import org.thaw.api.environment.StepBuffer;

/**
 * A maze to find the way through. Observation: the number of the cell, row by row from the upper left. Actions: 0 up, 1 right, 2 down,
 * 3 left; a move into a wall or over the edge stays where it is. Reaching the goal ends the episode; the next one starts at S again.
 *
 * <p>Where the maze changes, steps count over all episodes from the world's beginning. Whoever stands where a wall appears can walk off it.
 */
public final class MazeWorld implements Simulator, Drawable {
    private final MazeRules rules;
    private final Signature signature;
    private final RandomStream slips;
    private int cell;
    private int moves;
    private long steps;

    /** All that the future depends on, but for the random stream, which the host keeps, and the clock. */
    public record State(int cell, int moves) {
    }

    /** How long this world has been there; saved where the maze changes. */
    public record Clock(long steps) {
    }

    MazeWorld(MazeRules rules, RandomStream slips) {
        this.rules = rules;
        this.signature = new Signature(new Space.Categorical(rules.before().grid().cells()), new Space.Categorical(Move.COUNT));
        this.slips = slips;
        this.cell = rules.before().start();
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public void reset(StepBuffer out) {
        cell = maze().start();
        moves = 0;
        look(out);
    }

    @Override
    public void step(Action action, StepBuffer out) {
        cell = maze().grid().after(cell, direction(action.index()));
        moves++;
        steps++;
        // taken off 0, not negated: a free move earns 0, never −0
        write(out, (atGoal() ? rules.goalReward() : 0) - rules.stepPenalty());
    }

    private Maze maze() {
        return rules.at(steps);
    }

    private boolean atGoal() {
        return cell == rules.before().goal();
    }

    private int direction(int wanted) {
        if (rules.slip() == 0) {
            return wanted;
        }
        double chance = slips.nextDouble();
        if (chance >= rules.slip()) {
            return wanted;
        }
        return chance < rules.slip() / 2 ? Move.leftOf(wanted) : Move.rightOf(wanted);
    }

    private void write(StepBuffer out, double reward) {
        out.observation().ints()[0] = cell;
        if (atGoal()) {
            out.termination(reward);
        } else if (moves >= rules.maxSteps()) {
            out.truncation(reward);
        } else {
            out.transition(reward);
        }
    }

    @Override
    public void look(StepBuffer out) {
        write(out, 0);
        if (moves == 0) {
            out.first();
        }
    }

    @Override
    public Simulator copy(RandomStream chance) {
        MazeWorld copy = new MazeWorld(rules, chance);
        copy.copyFrom(this);
        return copy;
    }

    @Override
    public void copyFrom(Simulator other) {
        MazeWorld maze = (MazeWorld) other;
        cell = maze.cell;
        moves = maze.moves;
        steps = maze.steps;
    }

    @Override
    public Picture draw() {
        return new Sketch(maze().grid()).mark(maze().start(), 'S', Sketch.START).mark(maze().goal(), 'G', Sketch.GOAL).agent(cell).picture();
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "state", new State(cell, moves));
        if (rules.changes()) {
            out.record(StateKind.MEMORY, "clock", new Clock(steps));
        }
    }

    @Override
    public void restore(StateReader in) {
        State state = in.record("state", State.class);
        Require.that(state.moves() >= 0 && isFree(state.cell()), "state", state,
                "a free cell from 0 to " + (rules.before().grid().cells() - 1) + " and moves from 0");
        long clock = rules.changes() ? in.record("clock", Clock.class).steps() : 0;
        Require.that(clock >= 0, "clock", clock, "steps from 0");
        cell = state.cell();
        moves = state.moves();
        steps = clock;
    }

    /** Also where a wall has come up since somebody stepped there. */
    private boolean isFree(int number) {
        Grid grid = rules.before().grid();
        return number >= 0 && number < grid.cells() && !(grid.isWall(number) && rules.after().grid().isWall(number));
    }
}
