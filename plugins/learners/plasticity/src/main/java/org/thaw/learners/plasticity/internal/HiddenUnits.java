package org.thaw.learners.plasticity.internal;

import java.util.Arrays;
import org.thaw.api.RandomStream;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Network;
import org.thaw.networks.Parameter;
import org.thaw.networks.Uniform;
import org.thaw.toolkit.TrainedNetwork;

/**
 * The units of one hidden layer with their utilities and ages. Utility (Dohare et al. 2024, eq. 1): {@code u ← η u + (1 − η) |h| Σ_k |w_k|} with h
 * the unit's activation (a mean over the batch) and w_k its outgoing weights. It starts at 0, so it is compared as {@code u / (1 − η^age)}.
 */
final class HiddenUnits implements Stateful {
    private final TrainedNetwork trained;
    private final int layer;
    private final Parameter in;
    private final Parameter bias;
    private final Parameter out;
    private final Initialiser initialiser;
    private final Uniform random;
    private final float[][] slots;
    private final float[] utility;
    private final int[] age;
    private final float[] drawn;
    private double due;
    private long replaced;

    /** @param number of the layer, from 1 */
    HiddenUnits(TrainedNetwork trained, int number, Initialiser initialiser, RandomStream random) {
        this.trained = trained;
        this.initialiser = initialiser;
        this.random = random::nextDouble;
        this.slots = trained.optimiser().slots().values().toArray(float[][]::new);
        Network network = trained.network();
        layer = number - 1;
        in = network.parameter("dense" + number + ".weight");
        bias = network.parameter("dense" + number + ".bias");
        out = network.parameter("dense" + (number + 1) + ".weight");
        utility = new float[bias.length()];
        age = new int[bias.length()];
        drawn = new float[in.shape().get(0)];
    }

    /** Takes note of the last batch: ages and utilities. */
    void observe(float[] parameters, int rows, double decay) {
        float[] h = trained.rectified(layer);
        int units = age.length;
        int fan = out.shape().get(1);
        for (int j = 0; j < units; j++) {
            double size = 0;
            for (int row = 0; row < rows; row++) {
                size += Math.abs(h[row * units + j]);
            }
            double leaving = 0;
            for (int k = 0; k < fan; k++) {
                leaving += Math.abs(parameters[out.offset() + j * fan + k]);
            }
            age[j]++;
            utility[j] = (float) (decay * utility[j] + (1 - decay) * size / rows * leaving);
        }
    }

    /**
     * Replaces the least useful of the mature units, as many as have become due.
     *
     * @param rate     ρ: share of the mature units to replace at each step
     * @param maturity m: age above which a unit may be replaced
     */
    void replace(double rate, int maturity, double decay) {
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
                double corrected = utility[j] / (1 - power(decay, age[j]));
                if (least < 0 || corrected < lowest) {
                    lowest = corrected;
                    least = j;
                }
            }
        }
        return least;
    }

    /** By repeated squaring: the same bits everywhere, and no memory, which StrictMath.pow of JDK 17 takes. */
    private static double power(double base, int exponent) {
        double result = 1;
        double square = base;
        for (int rest = exponent; rest != 0; rest >>= 1) {
            result *= (rest & 1) != 0 ? square : 1;
            square *= square;
        }
        return result;
    }

    /** Fresh incoming weights, bias and outgoing weights 0: the network's answer loses the unit and does not feel the new one yet. */
    private void renew(int unit) {
        float[] parameters = trained.network().parameters();
        int units = age.length;
        int fan = out.shape().get(1);
        initialiser.weights().fill(drawn, 0, drawn.length, drawn.length, units, random);
        for (int i = 0; i < drawn.length; i++) {
            parameters[in.offset() + i * units + unit] = drawn[i];
        }
        parameters[bias.offset() + unit] = 0;
        Arrays.fill(parameters, out.offset() + unit * fan, out.offset() + (unit + 1) * fan, 0);
        // moments of the old unit's gradients would move the new one
        for (float[] slot : slots) {
            for (int i = 0; i < drawn.length; i++) {
                slot[in.offset() + i * units + unit] = 0;
            }
            slot[bias.offset() + unit] = 0;
            Arrays.fill(slot, out.offset() + unit * fan, out.offset() + (unit + 1) * fan, 0);
        }
        utility[unit] = 0;
        age[unit] = 0;
        replaced++;
    }

    /** How many units were replaced so far. */
    long replaced() {
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
