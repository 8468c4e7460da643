package org.thaw.metrics.agents.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The numbers of L2Metrics' own example, examples/multi_task of its repository as logged on 15 April 2021: three tasks in turn, four times, 100 experiences of training
 * each; all three evaluated before each training, 20 experiences each, which are alike within a block. Values lie between the published bounds of each
 * task, which become 0 and 100: this example was made without clamping, and without the offset of 1 of later versions.
 */
final class PublishedExample {
    private static final int TASKS = 3;
    private static final int LENGTH = 100;
    private static final double[] LOWEST = {1.917608012692288, 2.5, 2.5};
    private static final double[] HIGHEST = {99.73909708414915, 99.924058441952, 99.92008048384649};
    /** By block of evaluations and task. */
    private static final double[][] EVALUATIONS = {
            {2.5, 2.5, 2.5},
            {70.96058863539173, 25.562611811026304, 5.096466332253401},
            {83.7021036749624, 59.7118526554481, 35.63167887416507},
            {80.65935805883963, 72.23008481699695, 77.64994235577268},
            {94.14907623753922, 76.16535529872861, 81.30975886359653},
            {96.00548983958741, 93.15126843950688, 83.50646441007373},
            {93.82334907545001, 95.74086325367871, 96.16974204934665},
            {98.1115057942577, 97.15925757525214, 95.80484763585604},
            {98.28715416114147, 99.58313437258619, 96.38632297990526},
            {97.208443409058, 99.58996675217647, 98.2205516361881},
            {99.49205775611661, 99.60687144510283, 99.38474989223698},
            {99.73909708414917, 99.924058441952, 99.65179341080741}};
    /** Of the last training, which is on the last task; nothing is evaluated after it. */
    private static final double LAST = 99.91676833412622;
    /** The beginnings of the four trainings on the first task, as far as recovery can depend on them. The first has nothing to recover from. */
    private static final double[][] BEGINNINGS = {
            {},
            {80.6594, 80.9733, 80.3925, 80.8716, 81.5544, 81.1162, 81.7812, 81.4120, 83.2365, 82.8170, 82.5020, 83.1458, 84.4214, 84.7234, 84.7627, 84.9904, 84.9295, 85.5514, 85.5737,
                85.3381, 85.6068, 85.0425, 85.2876, 85.0510, 85.5115, 85.5357, 85.8818, 86.6174, 86.6058, 86.8709},
            {93.8233, 93.9599, 94.2211, 94.0837, 93.9241, 94.0543, 93.9516, 94.0487, 94.0572, 93.7787, 93.5725, 93.8057, 93.7111, 93.9497, 93.9976, 94.1917, 94.2889, 94.3779, 94.3639,
                94.5150, 94.5528, 94.2789, 94.6118, 94.9232, 95.0214, 95.0809, 95.0734, 94.8002, 94.7575, 94.6346},
            {97.2084, 97.1985, 97.4059, 97.4811, 97.6643, 97.7282, 97.6313, 97.5672, 97.9240, 98.0053, 98.1396, 98.1387, 98.2101, 98.2083, 98.3467, 98.2267, 98.2543, 98.2895, 98.3692,
                98.3422, 98.3083, 98.4333, 98.4246, 98.4556, 98.4151, 98.4362, 98.4717, 98.5045, 98.5603, 98.6230}};
    /** Their ends, as far as terminal performance depends on them. Nothing has to recover to that of the last. */
    private static final double[][] ENDS = {
            {60.8384, 60.2382, 61.4792, 61.3234, 60.4452, 61.3611, 64.9566, 63.6940, 64.8164, 63.7841, 64.9213, 63.9444, 63.6164, 66.3175, 65.8991, 68.9576, 69.3270, 69.6815, 69.7656, 69.6264},
            {93.6429, 93.7313, 93.6865, 93.7989, 94.0614, 94.3093, 94.4356, 94.6755, 94.8540, 94.8286, 94.5753, 94.6125, 94.4183, 94.1255, 94.1997, 93.9897, 94.0948, 94.2569, 94.4379, 94.1994},
            {97.5951, 97.4316, 97.6192, 97.7559, 97.9217, 97.9359, 97.8699, 97.9663, 97.9853, 98.1194, 98.1156, 98.2057, 98.1482, 97.9649, 97.8853, 97.9579, 97.9605, 97.9835, 97.9999, 98.0801},
            {}};

    private PublishedExample() {
    }

    /** The run, prepared as the example was. */
    static Lifelong run() {
        List<Block> blocks = new ArrayList<>();
        for (int n = 0; n < EVALUATIONS.length; n++) {
            for (int task = 0; task < TASKS; task++) {
                add(task, false, filled(20, EVALUATIONS[n][task]), blocks);
            }
            add(n % TASKS, true, training(n), blocks);
        }
        return new Lifelong(new Scenario(blocks, Map.of()));
    }

    /**
     * Of the first task what the log says, and in between NaN, which would come through if it mattered. The logs of the others are left out: what is evaluated
     * after each training stands for all of it. It rises from each to the next, as the published recovery times of 0 say.
     */
    private static double[] training(int n) {
        if (n % TASKS > 0) {
            return filled(LENGTH, n + 1 < EVALUATIONS.length ? EVALUATIONS[n + 1][n % TASKS] : LAST);
        }
        double[] values = filled(LENGTH, Double.NaN);
        double[] beginning = BEGINNINGS[n / TASKS];
        double[] end = ENDS[n / TASKS];
        System.arraycopy(beginning, 0, values, 0, beginning.length);
        System.arraycopy(end, 0, values, LENGTH - end.length, end.length);
        return Smoothing.of(values);
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static void add(int task, boolean training, double[] values, List<Block> blocks) {
        long start = blocks.stream().mapToLong(block -> block.values().length).sum();
        double[] scaled = Arrays.stream(values).map(x -> (x - LOWEST[task]) / (HIGHEST[task] - LOWEST[task]) * 100).toArray();
        blocks.add(new Block(task, training, start, scaled));
    }
}
