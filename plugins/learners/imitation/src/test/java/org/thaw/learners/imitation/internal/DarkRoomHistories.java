package org.thaw.learners.imitation.internal;

import java.util.Arrays;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Sequences;

/** Histories of Q-learning or Dyna-Q in the Dark Room of 9 by 9 cells, kept in few bytes; and windows of them. For experiments outside the engine. */
final class DarkRoomHistories implements Sequences {
    static final int SIZE = 9;
    static final int CELLS = SIZE * SIZE;
    static final int CENTRE = CELLS / 2;
    static final int MOVES = 20;
    static final int ACTIONS = 5;
    static final int EPISODE = MOVES + 1;
    static final Signature SIGNATURE = new Signature(new Space.Categorical(CELLS), new Space.Categorical(ACTIONS));

    /** What Q-learning goes by; with planned updates after each step it is Dyna-Q. */
    record Teacher(double stepSize, double discount, double epsilon, double initial, int planned, int episodes) {
    }

    private final Teacher teacher;
    private final int length;
    private final byte[][] cells;
    private final byte[][] actions;
    private final int[] goals;
    private final double[] returns;
    private final StepBuffer step = new StepBuffer(SIGNATURE);
    private final Decision decision = new Decision(SIGNATURE);
    private final Decision before = new Decision(SIGNATURE);
    private int[] histories = {};
    private int[] starts = {};
    private int window;

    DarkRoomHistories(Teacher teacher, int[] goals, RandomStream random) {
        this.teacher = teacher;
        this.goals = goals;
        length = teacher.episodes() * EPISODE;
        cells = new byte[goals.length][length];
        actions = new byte[goals.length][length];
        returns = new double[teacher.episodes()];
        for (int h = 0; h < goals.length; h++) {
            live(h, random);
        }
    }

    static int after(int cell, int action) {
        int row = cell / SIZE;
        int column = cell % SIZE;
        return switch (action) {
            case 0 -> Math.max(0, row - 1) * SIZE + column;
            case 1 -> row * SIZE + Math.min(SIZE - 1, column + 1);
            case 2 -> Math.min(SIZE - 1, row + 1) * SIZE + column;
            case 3 -> row * SIZE + Math.max(0, column - 1);
            default -> cell;
        };
    }

    private void live(int h, RandomStream random) {
        double[] q = new double[CELLS * ACTIONS];
        Arrays.fill(q, teacher.initial());
        boolean[] tried = new boolean[q.length];
        int[] entries = new int[q.length];
        int known = 0;
        int at = 0;
        for (int episode = 0; episode < teacher.episodes(); episode++) {
            int cell = CENTRE;
            for (int move = 0; move < MOVES; move++) {
                int action = random.nextBoolean(teacher.epsilon()) ? random.nextInt(ACTIONS) : best(q, cell, random);
                int next = after(cell, action);
                double reward = next == goals[h] ? 1 : 0;
                update(q, cell, action, goals[h]);
                if (!tried[cell * ACTIONS + action]) {
                    tried[cell * ACTIONS + action] = true;
                    entries[known++] = cell * ACTIONS + action;
                }
                for (int i = 0; i < teacher.planned(); i++) {
                    int entry = entries[random.nextInt(known)];
                    update(q, entry / ACTIONS, entry % ACTIONS, goals[h]);
                }
                returns[episode] += reward / goals.length;
                cells[h][at] = (byte) cell;
                actions[h][at++] = (byte) action;
                cell = next;
            }
            cells[h][at] = (byte) cell;
            actions[h][at++] = -1;
        }
    }

    private void update(double[] q, int cell, int action, int goal) {
        int next = after(cell, action);
        double most = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < ACTIONS; a++) {
            most = Math.max(most, q[next * ACTIONS + a]);
        }
        q[cell * ACTIONS + action] += teacher.stepSize() * ((next == goal ? 1 : 0) + teacher.discount() * most - q[cell * ACTIONS + action]);
    }

    private static int best(double[] q, int cell, RandomStream random) {
        int best = 0;
        int ties = 0;
        for (int a = 0; a < ACTIONS; a++) {
            double value = q[cell * ACTIONS + a];
            double most = q[cell * ACTIONS + best];
            ties = value > most || a == 0 ? 1 : value == most ? ties + 1 : ties;
            if (value > most || value == most && random.nextInt(ties) == 0) {
                best = a;
            }
        }
        return best;
    }

    /** The teachers' mean return in an episode. */
    double teacherReturn(int episode) {
        return returns[episode];
    }

    /** Draws windows. */
    DarkRoomHistories draw(int count, int window, RandomStream random) {
        this.window = Math.min(window, length);
        histories = histories.length == count ? histories : new int[count];
        starts = starts.length == count ? starts : new int[count];
        for (int w = 0; w < count; w++) {
            histories[w] = random.nextInt(goals.length);
            starts[w] = random.nextInt(length - this.window + 1);
        }
        return this;
    }

    @Override
    public int count() {
        return histories.length;
    }

    @Override
    public int length(int w) {
        return window;
    }

    @Override
    public long start(int w) {
        return starts[w];
    }

    @Override
    public Step step(int w, int t) {
        int at = starts[w] + t;
        byte[] path = cells[histories[w]];
        step.observation().ints()[0] = path[at];
        if (at % EPISODE == 0) {
            step.first();
            return step;
        }
        before.choose(actions[histories[w]][at - 1]);
        step.previousAction(before.action());
        double reward = path[at] == goals[histories[w]] ? 1 : 0;
        if (at % EPISODE == MOVES) {
            step.truncation(reward);
        } else {
            step.transition(reward);
        }
        return step;
    }

    @Override
    public Decision decision(int w, int t) {
        byte action = actions[histories[w]][starts[w] + t];
        decision.clear();
        if (action >= 0) {
            decision.choose(action);
        }
        return decision;
    }
}
