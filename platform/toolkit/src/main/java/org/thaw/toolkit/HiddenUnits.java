package org.thaw.toolkit;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.RandomStream;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Network;
import org.thaw.networks.Parameter;
import org.thaw.networks.Power;
import org.thaw.networks.Uniform;

/**
 * The units of one hidden layer with their utilities and ages, for continual backpropagation. Utility (Dohare et al. 2024, eq. 1):
 * {@code u ← η u + (1 − η) |h| Σ_k |w_k|} with h the unit's activation (a mean over the batch) and w_k its outgoing weights. It starts at 0, so it is
 * compared as {@code u / (1 − η^age)}. The units of a convolution are its filters: h is a mean over positions, too.
 */
public final class HiddenUnits implements Stateful {
    private final TrainedNetwork trained;
    private final int layer;
    private final Parameter in;
    private final Parameter bias;
    private final Parameter out;
    private final Initialiser initialiser;
    private final Uniform random;
    private final float[][] slots;
    private final int units;
    private final int positions;
    /** Outgoing weights are [groups, units, fan]: a group for each position of an image that a dense layer reads, or for each tap of a next window. */
    private final int groups;
    private final int fan;
    private final float[] utility;
    private final int[] age;
    private final float[] drawn;
    private double due;
    private long replaced;

    /**
     * Those of one layer.
     *
     * @param trained     layers with weights and biases one after another, each but the last followed by a ReLU
     * @param number      of the layer, from 1
     * @param initialiser what new units' incoming weights are drawn from
     * @param random      the stream for it
     */
    public HiddenUnits(TrainedNetwork trained, int number, Initialiser initialiser, RandomStream random) {
        this.trained = trained;
        this.initialiser = initialiser;
        this.random = random::nextDouble;
        this.slots = trained.optimiser().slots().values().toArray(float[][]::new);
        Network network = trained.network();
        layer = number - 1;
        List<Parameter> weights = network.layout().stream().filter(slice -> slice.name().endsWith(".weight")).toList();
        in = weights.get(number - 1);
        out = weights.get(number);
        bias = network.parameter(in.name().replace(".weight", ".bias"));
        units = bias.length();
        positions = trained.rectifiedWidth(layer) / units;
        fan = out.shape().get(out.shape().size() - 1);
        groups = out.length() / fan / units;
        utility = new float[units];
        age = new int[units];
        drawn = new float[in.length() / units];
    }

    /**
     * Takes note of the last batch that went forward: ages and utilities.
     *
     * @param rows  of that batch
     * @param decay η
     */
    public void observe(float[] parameters, int rows, double decay) {
        float[] h = trained.rectified(layer);
        int values = rows * positions;
        for (int j = 0; j < units; j++) {
            double size = 0;
            for (int i = 0; i < values; i++) {
                size += Math.abs(h[i * units + j]);
            }
            double leaving = 0;
            for (int group = 0; group < groups; group++) {
                int from = outgoing(group, j);
                for (int k = from; k < from + fan; k++) {
                    leaving += Math.abs(parameters[k]);
                }
            }
            age[j]++;
            utility[j] = (float) (decay * utility[j] + (1 - decay) * size / values * leaving);
        }
    }

    private int outgoing(int group, int unit) {
        return out.offset() + (group * units + unit) * fan;
    }

    /**
     * Replaces the least useful of the mature units, as many as have become due.
     *
     * @param rate     ρ: share of the mature units to replace at each step
     * @param maturity m: age above which a unit may be replaced
     * @param decay    η
     */
    public void replace(double rate, int maturity, double decay) {
        int mature = 0;
        for (int one : age) {
            mature += one > maturity ? 1 : 0;
        }
        due += rate * mature;
        for (; due >= 1 && mature > 0; due--, mature--) {
            renew(leastUseful(maturity, decay));
        }
    }

    private int leastUseful(int maturity, double decay) {
        int least = -1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < age.length; j++) {
            if (age[j] > maturity) {
                double corrected = utility[j] / (1 - Power.of(decay, age[j]));
                if (least < 0 || corrected < lowest) {
                    lowest = corrected;
                    least = j;
                }
            }
        }
        return least;
    }

    /** Fresh incoming weights, bias and outgoing weights 0: the network's answer loses the unit and does not feel the new one yet. */
    private void renew(int unit) {
        initialiser.weights().fill(drawn, 0, drawn.length, drawn.length, units, random);
        place(trained.network().parameters(), unit);
        // moments of the old unit's gradients would move the new one
        Arrays.fill(drawn, 0);
        for (float[] slot : slots) {
            place(slot, unit);
        }
        utility[unit] = 0;
        age[unit] = 0;
        replaced++;
    }

    /** Incoming weights as drawn, bias and outgoing weights 0. */
    private void place(float[] values, int unit) {
        for (int i = 0; i < drawn.length; i++) {
            values[in.offset() + i * units + unit] = drawn[i];
        }
        values[bias.offset() + unit] = 0;
        for (int group = 0; group < groups; group++) {
            Arrays.fill(values, outgoing(group, unit), outgoing(group, unit) + fan, 0);
        }
    }

    /** How many units were replaced so far. */
    public long replaced() {
        return replaced;
    }

    /** What is saved beside the tensors. */
    public record Progress(double due, long replaced) {
    }

    @Override
    public void save(StateWriter to) {
        to.record(StateKind.OPTIMISER, "progress", new Progress(due, replaced));
        to.tensor(StateKind.OPTIMISER, "utility", Tensor.of(utility, utility.length));
        to.tensor(StateKind.OPTIMISER, "age", Tensor.of(age, age.length));
    }

    @Override
    public void restore(StateReader from) {
        if (from.has("progress")) {
            Progress progress = from.record("progress", Progress.class);
            due = progress.due();
            replaced = progress.replaced();
            from.into("utility", Tensor.of(utility, utility.length));
            from.into("age", Tensor.of(age, age.length));
        }
    }
}
