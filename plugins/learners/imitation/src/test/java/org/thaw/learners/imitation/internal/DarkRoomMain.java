package org.thaw.learners.imitation.internal;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.thaw.tck.host.HostContext;

/**
 * Students of Q-learning in the Dark Room, outside the engine: how their return goes with the episodes of a life whose goal no teacher had, and with the
 * number of updates; with seen=1 on goals that teachers had. Arguments are name=value; their names and defaults stand below.
 */
final class DarkRoomMain {
    private static final int HELD_OUT = 16;

    private final String[] args;

    private DarkRoomMain(String[] args) {
        this.args = args;
    }

    private double number(String name, double byDefault) {
        return Arrays.stream(args).filter(arg -> arg.startsWith(name + "=")).map(arg -> Double.parseDouble(arg.substring(name.length() + 1))).findFirst().orElse(byDefault);
    }

    private String word(String name, String byDefault) {
        return Arrays.stream(args).filter(arg -> arg.startsWith(name + "=")).map(arg -> arg.substring(name.length() + 1)).findFirst().orElse(byDefault);
    }

    private Student student(Signature signature, HostContext context) {
        int window = (int) number("context", 128);
        int every = (int) number("every", 1);
        int batch = (int) number("batch", 32);
        double rate = number("rate", 3e-4);
        return switch (word("student", "transformer")) {
            case "transformer" -> new AlgorithmDistillation.Factory().create(new AlgorithmDistillation.Config((int) number("layers", 4), (int) number("width", 64), 4,
                    window, (int) number("window", 0), every, batch, rate, 100, 1, Recorded.ACTIONS, 1, 0, number("greedy", 0) > 0, 64, number("factors", 0) > 0 ? List.of(9, 9) : List.of()), signature, context);
            case "gru" -> new RecurrentImitator.Factory().create(new RecurrentImitator.Config(1, (int) number("width", 192), window, every, batch, rate, 100, 1,
                    Recorded.ACTIONS, 1, 0, number("greedy", 0) > 0, 64, number("factors", 0) > 0 ? List.of(9, 9) : List.of()), signature, context);
            default -> new BehaviourCloning.Factory().create(new BehaviourCloning.Config(List.of(64, 64), 0, 3, Recorded.ACTIONS, 4096, 1e-3, false, 32), signature, context);
        };
    }

    private void run() {
        HostStream random = new HostStream((long) number("seed", 1));
        int[] cells = random.permutation(DarkRoomHistories.CELLS);
        int lives = (int) number("histories", 500);
        int[] goals = IntStream.range(0, lives).map(h -> cells[HELD_OUT + h % (DarkRoomHistories.CELLS - HELD_OUT)]).toArray();
        int[] held = IntStream.range(0, 4 * HELD_OUT).map(i -> cells[i % HELD_OUT + (number("seen", 0) > 0 ? HELD_OUT : 0)]).toArray();
        long begun = cpu();
        DarkRoomHistories histories = new DarkRoomHistories(new DarkRoomHistories.Teacher(number("alpha", 1), number("gamma", 0.9), number("epsilon", 0.05),
                number("initial", 1), (int) number("planned", 0), (int) number("episodes", 100)), goals, random);
        print("teacher", histories::teacherReturn, (int) number("episodes", 100), begun);
        HostContext context = new HostContext((long) number("seed", 1));
        Student student = student(DarkRoomHistories.SIGNATURE.withLanes(held.length), context);
        long updates = (long) number("updates", 2000);
        long every = (long) number("report", 500);
        for (long update = 1; update <= updates; update++) {
            student.study(histories.draw(student.batch(), student.window(), random));
            if (update % every == 0) {
                int episodes = (int) number("test", 20);
                double[] returns = live(student, held, episodes);
                List<Double> loss = context.measured().get("loss");
                double mean = loss.subList(loss.size() - (int) every, loss.size()).stream().mapToDouble(l -> l).average().orElseThrow();
                print(String.format(Locale.ROOT, "update %d loss %.3f", update, mean), episode -> returns[episode], episodes, begun);
            }
        }
    }

    private interface Curve {
        double at(int episode);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String what, Curve curve, int episodes, long begun) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%6.0f CPU s  %-26s", (cpu() - begun) / 1e9, what));
        for (int episode = 0; episode < episodes; episode += episode < 8 ? 1 : episode < 20 ? 4 : 10) {
            line.append(String.format(Locale.ROOT, " %d:%.1f", episode + 1, curve.at(episode)));
        }
        System.out.println(line);
    }

    /** The mean return of each episode of frozen lives with these goals. */
    private static double[] live(Student student, int[] goals, int episodes) {
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
        int[] before = new int[goals.length];
        int[] found = new int[4];
        for (int episode = 0; episode < episodes; episode++) {
            int[] earned = new int[goals.length];
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
                    earned[lane] += (int) reward;
                }
            }
            policy.observe(steps);
            for (int lane = 0; lane < goals.length && episode > 0; lane++) {
                found[(before[lane] > 0 ? 2 : 0) + (earned[lane] > 0 ? 1 : 0)]++;
            }
            before = earned;
        }
        System.out.printf(Locale.ROOT, "  the goal is met after an episode without it in %.2f, after one with it in %.2f%n", found[1] / (double) (found[0] + found[1]),
                found[3] / (double) Math.max(1, found[2] + found[3]));
        return returns;
    }

    public static void main(String[] args) {
        new DarkRoomMain(args).run();
    }
}
