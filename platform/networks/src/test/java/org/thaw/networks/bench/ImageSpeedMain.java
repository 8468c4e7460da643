package org.thaw.networks.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.SplittableRandom;
import org.thaw.networks.Huber;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Kernels;
import org.thaw.networks.Network;
import org.thaw.networks.NetworkBuilder;
import org.thaw.networks.RmsProp;
import org.thaw.networks.Sgd;

/**
 * Prints, per CPU second, updates of MinAtar's DQN (10×10×4, 16 filters of 3×3, 128 units, 6 actions; batch 32, centred RMSprop,
 * with the forward pass of the target network) and steps of a residual network (4 blocks of 64 filters on 6×7, batch 64). The
 * best of many rounds counts.
 */
public final class ImageSpeedMain {

    private static final int ROUNDS = 60;

    private ImageSpeedMain() {
    }

    public static void main(String[] args) {
        for (String kernels : args.length == 0 ? new String[] {"vector", "plain"} : args) {
            System.out.println("kernels " + kernels + ", Java " + System.getProperty("java.version"));
            dqn(kernels);
            residual(kernels);
        }
    }

    private static Network built(String kernels, NetworkBuilder builder) {
        return builder.kernels(Kernels.named(kernels)).build(Initialiser.PYTORCH, new SplittableRandom(1)::nextDouble);
    }

    private static Network dqnNetwork(String kernels) {
        return built(kernels, Network.of(10, 10, 4).conv(16, 3).relu().dense(128).relu().dense(6));
    }

    private static void dqn(String kernels) {
        int batch = 32;
        Network policy = dqnNetwork(kernels);
        Network target = dqnNetwork(kernels);
        float[] before = frames(batch * 400, 4);
        float[] after = frames(batch * 400, 5);
        int[] actions = new SplittableRandom(6).ints(batch, 0, 6).toArray();
        float[] targets = new float[batch * 6];
        boolean[] taken = new boolean[batch * 6];
        RmsProp optimiser = new RmsProp(policy.parameters().length, 0.00025, 0.95, 0.01, true);
        Huber loss = new Huber(6, 1);
        report(kernels + " DQN batch 32 update", "updates/s", 50, 1, () -> {
            float[] next = target.forward(after, batch);
            for (int r = 0; r < batch; r++) {
                float best = next[r * 6];
                for (int c = 1; c < 6; c++) {
                    best = Math.max(best, next[r * 6 + c]);
                }
                for (int c = 0; c < 6; c++) {
                    taken[r * 6 + c] = c == actions[r];
                    targets[r * 6 + c] = r % 2 + 0.99f * best;
                }
            }
            loss.of(policy.forward(before, batch), batch, targets, 0, taken);
            policy.backward(loss.gradient());
            optimiser.step(policy.parameters(), policy.gradient());
        });
        report(kernels + " DQN batch 1 forward", "1/s", 2000, 1, () -> policy.forward(before, 1));
    }

    private static void residual(String kernels) {
        int batch = 64;
        NetworkBuilder builder = Network.of(6, 7, 3).convWithoutBias(64, 3, 1, 1).batchNorm().relu();
        for (int i = 0; i < 4; i++) {
            builder.residual(f -> f.convWithoutBias(64, 3, 1, 1).batchNorm().relu().convWithoutBias(64, 3, 1, 1).batchNorm()).relu();
        }
        Network network = built(kernels, builder.branches(
                policy -> policy.convWithoutBias(2, 1, 1, 0).batchNorm().relu().dense(7),
                value -> value.convWithoutBias(1, 1, 1, 0).batchNorm().relu().dense(64).relu().dense(1).tanh()));
        float[] inputs = frames(batch * 126, 7);
        float[] delta = frames(batch * 8, 8);
        for (int i = 0; i < delta.length; i++) {
            delta[i] = (delta[i] - 0.1f) / batch;
        }
        Sgd optimiser = new Sgd(network.parameters().length, 0.02, 0.9);
        report(kernels + " residual 4x64 batch 64 training", "steps/s", 1, 1, () -> {
            network.forward(inputs, batch);
            network.backward(delta);
            optimiser.step(network.parameters(), network.gradient());
        });
        network.training(false);
        report(kernels + " residual 4x64 batch 64 inference", "positions/s", 1, batch, () -> network.forward(inputs, batch));
    }

    private static void report(String what, String unit, int times, int units, Runnable work) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double best = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = clock.getCurrentThreadCpuTime();
            for (int j = 0; j < times; j++) {
                work.run();
            }
            best = Math.max(best, times * (double) units / ((clock.getCurrentThreadCpuTime() - start) * 1e-9));
        }
        System.out.println(String.format(Locale.ROOT, "%-60s %10.1f %s", what, best, unit));
    }

    private static float[] frames(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextDouble() < 0.1 ? 1 : 0;
        }
        return values;
    }
}
