package org.thaw.learners.imitation.internal;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Steps;
import org.thaw.api.learner.Student;
import org.thaw.tck.host.HostStream;

/** A student of Q-learning in the Dark Room, outside the engine: it studies lives with some goals and then lives, frozen, with others. */
final class DarkRoomStudy {
    /** Goals that no teacher has. */
    private static final int HELD_OUT = 16;
    /** Lives with each of them. */
    private static final int LIVES = 4;

    private final HostStream random;
    private final DarkRoomHistories histories;
    private final int[] goals;

    DarkRoomStudy(DarkRoomHistories.Teacher teacher, int lives, long seed) {
        random = new HostStream(seed);
        int[] cells = random.permutation(DarkRoomHistories.CELLS);
        histories = new DarkRoomHistories(teacher, IntStream.range(0, lives).map(h -> cells[HELD_OUT + h % (DarkRoomHistories.CELLS - HELD_OUT)]).toArray(), random);
        goals = IntStream.range(0, LIVES * HELD_OUT).map(i -> cells[i % HELD_OUT]).toArray();
    }

    /** Makes a student, which studies. */
    <S extends Student> S studied(Function<Signature, S> factory, int updates) {
        S student = factory.apply(DarkRoomHistories.SIGNATURE.withLanes(goals.length));
        for (int update = 0; update < updates; update++) {
            student.study(histories.draw(student.batch(), student.window(), random));
        }
        return student;
    }

    /** The mean return of who knows the goals: one that is d steps away, 1 at least, earns 21 − d of 20 steps. */
    double ceiling() {
        int middle = DarkRoomHistories.SIZE / 2;
        return Arrays.stream(goals).map(goal -> DarkRoomHistories.MOVES + 1
                - Math.max(1, Math.abs(goal / DarkRoomHistories.SIZE - middle) + Math.abs(goal % DarkRoomHistories.SIZE - middle))).average().orElseThrow();
    }

    /** The mean return of each episode of frozen lives with goals that no teacher had. */
    double[] returns(Student student, int episodes) {
        Policy policy = student.policy(Actor.Mode.EXPLOIT, Cue.none());
        StepBuffer[] now = new StepBuffer[goals.length];
        Decision[] decisions = new Decision[goals.length];
        for (int lane = 0; lane < goals.length; lane++) {
            now[lane] = new StepBuffer(DarkRoomHistories.SIGNATURE, lane);
            decisions[lane] = new Decision(DarkRoomHistories.SIGNATURE);
        }
        Steps steps = new Steps() {
            @Override
            public int count() {
                return now.length;
            }

            @Override
            public StepBuffer step(int i) {
                return now[i];
            }
        };
        double[] returns = new double[episodes];
        for (int episode = 0; episode < episodes; episode++) {
            for (StepBuffer step : now) {
                step.observation().ints()[0] = DarkRoomHistories.CENTRE;
                step.first();
            }
            for (int move = 1; move <= DarkRoomHistories.MOVES; move++) {
                policy.act(steps, i -> decisions[i]);
                for (int lane = 0; lane < goals.length; lane++) {
                    int cell = DarkRoomHistories.after(now[lane].state(), decisions[lane].action().index());
                    double reward = cell == goals[lane] ? 1 : 0;
                    now[lane].observation().ints()[0] = cell;
                    now[lane].previousAction(decisions[lane].action());
                    if (move == DarkRoomHistories.MOVES) {
                        now[lane].truncation(reward);
                    } else {
                        now[lane].transition(reward);
                    }
                    returns[episode] += reward / goals.length;
                }
            }
            policy.observe(steps);
        }
        return returns;
    }
}
