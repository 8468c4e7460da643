package org.thaw.tck.proof;

import java.util.Arrays;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Simulator;
import org.thaw.api.environment.StepBuffer;

/** Noughts and crosses. A cell is 1 for player 0, −1 for player 1, 0 if empty. */
final class TicTacToe implements Simulator {
    static final Signature SIGNATURE = new Signature(Space.Real.of(-1, 1, 9), new Space.Categorical(9));
    private static final int[][] LINES = {{0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {0, 3, 6}, {1, 4, 7}, {2, 5, 8}, {0, 4, 8}, {2, 4, 6}};

    private final float[] board = new float[9];
    private int moves;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public void reset(StepBuffer out) {
        Arrays.fill(board, 0);
        moves = 0;
        look(out);
    }

    @Override
    public void step(Action action, StepBuffer out) {
        board[action.index()] = moves++ % 2 == 0 ? 1 : -1;
        look(out);
    }

    @Override
    public void look(StepBuffer out) {
        System.arraycopy(board, 0, out.observation().floats(), 0, 9);
        for (int cell = 0; cell < 9; cell++) {
            out.legal()[cell] = board[cell] == 0;
        }
        out.player(moves % 2);
        int winner = winner();
        if (winner != 0 || moves == 9) {
            out.termination(winner);
        } else if (moves == 0) {
            out.first();
        } else {
            out.transition(0);
        }
    }

    private int winner() {
        for (int[] line : LINES) {
            float sum = board[line[0]] + board[line[1]] + board[line[2]];
            if (Math.abs(sum) == 3) {
                return (int) sum / 3;
            }
        }
        return 0;
    }

    @Override
    public Simulator copy(RandomStream chance) {
        TicTacToe copy = new TicTacToe();
        copy.copyFrom(this);
        return copy;
    }

    @Override
    public void copyFrom(Simulator other) {
        TicTacToe game = (TicTacToe) other;
        System.arraycopy(game.board, 0, board, 0, 9);
        moves = game.moves;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "board", Tensor.of(board, 9));
    }

    @Override
    public void restore(StateReader in) {
        in.into("board", Tensor.of(board, 9));
        moves = 0;
        for (float cell : board) {
            moves += cell == 0 ? 0 : 1;
        }
    }
}
