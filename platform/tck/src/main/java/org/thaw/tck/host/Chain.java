package org.thaw.tck.host;

import org.thaw.api.Context;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/**
 * Six cells in a row. Actions: 0 left, 1 right, 2 stay; left is illegal in the first cell. An episode starts in one of the first three cells, ends
 * with reward 1 in the last, and is cut off after 20 moves.
 */
public final class Chain implements World {
    private static final int CELLS = 6;
    private static final int MOVES = 20;
    private static final Space ACTIONS = new Space.Categorical(3);

    private final Signature signature;
    private final RandomStream starts;
    private int cell;
    private int moves;

    private record State(int cell, int moves) {
    }

    private Chain(Space observations, Context context) {
        signature = new Signature(observations, ACTIONS);
        starts = context.random("starts");
    }

    /** Observed as the cell's number. */
    public static Chain numbered(Context context) {
        return new Chain(new Space.Categorical(CELLS), context);
    }

    /** Observed as six numbers, 1 for the present cell and 0 for the others. */
    public static Chain oneHot(Context context) {
        return new Chain(Space.Real.of(0, 1, CELLS), context);
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public void reset(StepBuffer out) {
        cell = starts.nextInt(CELLS / 2);
        moves = 0;
        look(out);
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        cell += action.index() == 0 ? -1 : action.index() == 1 ? 1 : 0;
        moves++;
        look(out);
        if (cell == CELLS - 1) {
            out.termination(1);
        } else if (moves == MOVES) {
            out.truncation(0);
        } else {
            out.transition(0);
        }
    }

    private void look(StepBuffer out) {
        if (signature.input() instanceof Space.Categorical) {
            out.observation().ints()[0] = cell;
        } else {
            for (int i = 0; i < CELLS; i++) {
                out.observation().floats()[i] = i == cell ? 1 : 0;
            }
        }
        out.legal()[0] = cell > 0;
        out.legal()[1] = true;
        out.legal()[2] = true;
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "chain", new State(cell, moves));
    }

    @Override
    public void restore(StateReader in) {
        State state = in.record("chain", State.class);
        cell = state.cell();
        moves = state.moves();
    }
}
