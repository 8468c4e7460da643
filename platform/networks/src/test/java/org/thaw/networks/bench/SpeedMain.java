package org.thaw.networks.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.SplittableRandom;
import org.thaw.networks.Adam;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Kernels;
import org.thaw.networks.Kernels.Form;
import org.thaw.networks.Network;
import org.thaw.networks.Optimiser;
import org.thaw.networks.Sgd;
import org.thaw.networks.SoftmaxCrossEntropy;

/**
 * Prints training steps per CPU second of small perceptrons, and GFLOP/s of their products, for both kernels. Each
 * figure is the best of several rounds, since other work on the machine only ever slows a round down. Inputs are random and
 * dense: nothing gains from zeros.
 */
public final class SpeedMain {

    private static final int ROUNDS = 12;

    private SpeedMain() {
    }

    public static void main(String[] args) {
        for (String kernels : args.length == 0 ? new String[] {"vector", "plain"} : args) {
            System.out.println("kernels " + kernels + ", Java " + System.getProperty("java.version"));
            for (int size : new int[] {400, 100}) {
                for (int batch : size == 400 ? new int[] {128} : new int[] {10, 1}) {
                    train(kernels, size, batch, true);
                    train(kernels, size, batch, false);
                }
            }
            infer(kernels);
            product(kernels, Form.NN, 128, 400, 784);
            product(kernels, Form.TN, 784, 400, 128);
            product(kernels, Form.NT, 128, 400, 400);
            product(kernels, Form.NN, 128, 10, 400);
            product(kernels, Form.TN, 400, 10, 128);
            product(kernels, Form.NT, 128, 400, 10);
            product(kernels, Form.NN, 256, 256, 256);
            product(kernels, Form.NN, 1024, 1024, 1024);
        }
    }

    private static Network network(String kernels, int size) {
        return Network.of(784).dense(size).relu().dense(size).relu().dense(10).kernels(Kernels.named(kernels))
                .build(Initialiser.PYTORCH, new SplittableRandom(1)::nextDouble);
    }

    private static void train(String kernels, int size, int batch, boolean adam) {
        Network network = network(kernels, size);
        int count = network.parameters().length;
        Optimiser optimiser = adam ? new Adam(count, 1e-3) : new Sgd(count, 1e-2);
        SoftmaxCrossEntropy entropy = new SoftmaxCrossEntropy(10);
        int rows = 20 * 128;
        float[] inputs = values(rows * 784);
        int[] labels = new SplittableRandom(2).ints(rows, 0, 10).toArray();
        int steps = batch > 16 ? 100 : 4000;
        report(kernels + " MLP 784-" + size + "-" + size + "-10 batch " + batch + " " + optimiser.name(), "steps/s", steps, () -> {
            for (int i = 0; i < steps; i++) {
                int from = i * batch % (rows - batch + 1);
                float[] scores = network.forward(inputs, from * 784, batch);
                entropy.of(scores, batch, labels, from);
                network.backward(entropy.gradient());
                optimiser.step(network.parameters(), network.gradient());
            }
        });
    }

    private static void infer(String kernels) {
        Network network = network(kernels, 100);
        float[] inputs = values(100 * 784);
        int steps = 20000;
        report(kernels + " MLP 784-100-100-10 batch 1 forward", "1/s", steps, () -> {
            for (int i = 0; i < steps; i++) {
                network.forward(inputs, i % 100 * 784, 1);
            }
        });
    }

    private static void product(String kernels, Form form, int m, int n, int k) {
        Kernels k1 = Kernels.named(kernels);
        float[] a = values(m * k);
        float[] b = values(k * n);
        float[] c = new float[m * n];
        double work = 2e-9 * m * n * k;
        int times = (int) Math.max(1, 0.3 / work);
        report(kernels + " " + form + " m=" + m + " n=" + n + " k=" + k, "GFLOP/s", times * work, () -> {
            for (int i = 0; i < times; i++) {
                k1.sgemm(form, m, n, k, a, 0, form == Form.TN ? m : k, b, 0, form == Form.NT ? k : n, c, 0, n, false);
            }
        });
    }

    private static void report(String what, String unit, double work, Runnable round) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double best = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = clock.getCurrentThreadCpuTime();
            round.run();
            best = Math.max(best, work / ((clock.getCurrentThreadCpuTime() - start) * 1e-9));
        }
        System.out.println(String.format(Locale.ROOT, "%-60s %10.1f %s", what, best, unit));
    }

    private static float[] values(int count) {
        SplittableRandom random = new SplittableRandom(3);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return values;
    }
}
