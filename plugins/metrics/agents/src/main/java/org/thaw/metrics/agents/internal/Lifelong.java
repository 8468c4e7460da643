package org.thaw.metrics.agents.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.thaw.toolkit.statistics.Bootstrap;

/**
 * The measures of L2Metrics on a prepared scenario (New, Baker et al. 2023, A domain-agnostic approach for characterization of lifelong learning
 * systems; the rounding and the corner cases are those of its published program, version 3.1.0). tp is a block's terminal performance. Each method
 * gives one task's value, NaN where the scenario has nothing to tell it by.
 */
record Lifelong(Scenario scenario) {
    private static final double TOO_LITTLE = 0.2;

    /** What two evaluations of a task on either side of training say. */
    enum Comparison {
        /** (tp₂ − tp₁)/(tp₁ + tp₂). */
        CONTRAST {
            @Override
            double of(double before, double after) {
                return (after - before) / (before + after);
            }
        },
        /** tp₂/tp₁. */
        RATIO {
            @Override
            double of(double before, double after) {
                return after / before;
            }
        };

        abstract double of(double before, double after);
    }

    /** PM: the mean of each evaluation's tp less that of the first evaluation after the task's latest training; above 0 it went on getting better. */
    double maintenance(int task) {
        List<Integer> tests = scenario.places(task, false);
        List<Integer> references = scenario.places(task, true).stream().flatMap(training -> tests.stream().filter(test -> test > training).findFirst().stream()).distinct().toList();
        List<Double> changes = new ArrayList<>();
        for (int test : tests) {
            references.stream().filter(reference -> reference < test).reduce((first, second) -> second).filter(reference -> !references.contains(test))
                    .ifPresent(reference -> changes.add(scenario.terminal(test) - scenario.terminal(reference)));
        }
        return Means.of(changes);
    }

    /**
     * FT (forward) or BT: what training on {@code from} did to {@code to}, by the evaluations of {@code to} right before and right after the first
     * training on {@code from} that comes before (forward) or after the first training on {@code to}.
     */
    double transfer(int from, int to, boolean forward, Comparison comparison) {
        List<Integer> tests = scenario.places(to, false);
        int first = scenario.places(to, true).stream().findFirst().orElse(Integer.MAX_VALUE);
        for (int training : scenario.places(from, true)) {
            if (forward ? training < first : training > first) {
                for (int n = 1; n < tests.size(); n++) {
                    if (tests.get(n - 1) < training && training < tests.get(n)) {
                        return comparison.of(scenario.terminal(tests.get(n - 1)), scenario.terminal(tests.get(n)));
                    }
                }
            }
        }
        return Double.NaN;
    }

    /** The same for all pairs of tasks that it is defined for, by {@code from} and {@code to}. */
    Map<Pair, Double> transfers(boolean forward, Comparison comparison) {
        Map<Pair, Double> found = new TreeMap<>();
        for (int from : scenario.tasks()) {
            for (int to : scenario.tasks()) {
                double transfer = from == to ? Double.NaN : transfer(from, to, forward, comparison);
                if (Double.isFinite(transfer)) {
                    found.put(new Pair(from, to), transfer);
                }
            }
        }
        return found;
    }

    /** Experiences until each later training of a task is back at the tp of the one before; one more than it has if it does not get there. */
    double[] recoveryTimes(int task) {
        List<Integer> trainings = scenario.places(task, true);
        return IntStream.range(1, trainings.size()).mapToDouble(n -> {
            double level = scenario.terminal(trainings.get(n - 1));
            double[] values = scenario.blocks().get(trainings.get(n)).values();
            return IntStream.range(0, values.length).filter(i -> values[i] >= level).findFirst().orElse(values.length + 1);
        }).toArray();
    }

    /** PR: the Theil–Sen slope of the recovery times with the sign turned; above 0 recovery gets faster. */
    double recovery(int task) {
        return -theilSen(recoveryTimes(task));
    }

    /** The median of the slopes between all pairs of values; NaN for fewer than two values. */
    static double theilSen(double... y) {
        double[] slopes = IntStream.range(0, y.length).boxed().flatMap(i -> IntStream.range(i + 1, y.length).mapToObj(j -> (y[j] - y[i]) / (j - i)))
                .mapToDouble(Double::doubleValue).toArray();
        return slopes.length == 0 ? Double.NaN : Bootstrap.quantile(slopes, 0.5);
    }

    /** RP: the sum of performance over the training on a task against an expert's, over the length that both have; the mean of the experts. */
    double relative(int task) {
        double[] own = training(task);
        return Means.of(scenario.experts().getOrDefault(task, List.of()).stream().map(Scenario::joined).mapToDouble(expert -> {
            int both = Math.min(own.length, expert.length);
            return Means.of(Arrays.copyOf(own, both)) / Means.of(Arrays.copyOf(expert, both));
        }).toArray());
    }

    /**
     * SE: (sat/sat of the expert) · (n of the expert/n). sat is the highest value of the smoothed training, n the experiences until it. 0 where sat is less
     * than a fifth of the expert's or the training goes downhill; undefined where the first value is the highest; the mean of the experts.
     */
    double efficiency(int task) {
        double[] own = training(task);
        Saturation reached = Saturation.of(own);
        boolean downhill = slope(task) < 0;
        return Means.of(scenario.experts().getOrDefault(task, List.of()).stream().map(expert -> Saturation.of(Scenario.joined(expert)))
                .filter(expert -> expert.after() > 0 && reached.after() > 0)
                .mapToDouble(expert -> downhill || reached.value() < expert.value() * TOO_LITTLE ? 0
                        : reached.value() / expert.value() * ((double) expert.after() / reached.after())).toArray());
    }

    private double[] training(int task) {
        return Scenario.joined(scenario.blocks().stream().filter(block -> block.training() && block.task() == task).toList());
    }

    /** The least-squares slope of the training over the number of the experience in the run, but for its positive denominator. */
    private double slope(int task) {
        List<Block> trainings = scenario.blocks().stream().filter(block -> block.training() && block.task() == task).toList();
        double[] values = Scenario.joined(trainings);
        double[] numbers = trainings.stream().flatMapToDouble(block -> IntStream.range(0, block.values().length).mapToDouble(i -> block.start() + i)).toArray();
        double x = Means.of(numbers);
        double y = Means.of(values);
        double slope = 0;
        for (int i = 0; i < values.length; i++) {
            slope += (numbers[i] - x) * (values[i] - y);
        }
        return slope;
    }

    private record Saturation(double value, int after) {
        static Saturation of(double[] values) {
            double[] smooth = Smoothing.of(values);
            int highest = 0;
            for (int i = 1; i < smooth.length; i++) {
                highest = smooth[i] > smooth[highest] ? i : highest;
            }
            return smooth.length == 0 ? new Saturation(Double.NaN, 0) : new Saturation(smooth[highest], highest);
        }
    }
}
