package org.thaw.metrics.agents.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.thaw.toolkit.statistics.Bootstrap;

/**
 * A lifelong run and the single-task experts that it is compared with, as L2Metrics prepares them.
 *
 * @param blocks  what the run consists of, in order; evaluations of several tasks are blocks one after another
 * @param experts the training of each expert, by its task, in blocks
 */
record Scenario(List<Block> blocks, Map<Integer, List<List<Block>>> experts) {
    private static final double LOWEST = 0.1;
    private static final double HIGHEST = 0.9;
    private static final double SCALE = 100;
    private static final double OFFSET = 1;

    /** The tasks, in the order in which the run met them. */
    List<Integer> tasks() {
        return blocks.stream().map(Block::task).distinct().toList();
    }

    /**
     * Smooths training; clamps each task's values, the experts' included, to the range between the 10th and the 90th percentile of them all; and
     * scales them from 1 to 101.
     */
    Scenario prepared() {
        Scenario smooth = each(block -> block.training() ? block.with(Smoothing.of(block.values())) : block);
        Map<Integer, DoubleUnaryOperator> byTask = new TreeMap<>();
        smooth.tasks().forEach(task -> byTask.put(task, range(smooth.values(task))));
        return smooth.each(block -> block.with(Arrays.stream(block.values()).map(byTask.getOrDefault(block.task(), x -> x)).toArray()));
    }

    private static DoubleUnaryOperator range(double[] values) {
        double low = Bootstrap.quantile(values, LOWEST);
        double high = Bootstrap.quantile(values, HIGHEST);
        return x -> low == high ? OFFSET : (Math.min(Math.max(x, low), high) - low) / (high - low) * SCALE + OFFSET;
    }

    private double[] values(int task) {
        DoubleStream own = blocks.stream().filter(block -> block.task() == task).flatMapToDouble(block -> Arrays.stream(block.values()));
        DoubleStream others = experts.getOrDefault(task, List.of()).stream().flatMap(List::stream).flatMapToDouble(block -> Arrays.stream(block.values()));
        return DoubleStream.concat(own, others).toArray();
    }

    private Scenario each(UnaryOperator<Block> change) {
        Map<Integer, List<List<Block>>> changed = new TreeMap<>();
        experts.forEach((task, all) -> changed.put(task, all.stream().map(expert -> expert.stream().map(change).toList()).toList()));
        return new Scenario(blocks.stream().map(change).toList(), changed);
    }

    /** Places of the blocks of a task, in order. */
    List<Integer> places(int task, boolean training) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            if (blocks.get(at).task() == task && blocks.get(at).training() == training) {
                places.add(at);
            }
        }
        return places;
    }

    double terminal(int place) {
        return blocks.get(place).terminal();
    }

    /** The values of blocks, one after another. */
    static double[] joined(List<Block> blocks) {
        return blocks.stream().flatMapToDouble(block -> Arrays.stream(block.values())).toArray();
    }
}
