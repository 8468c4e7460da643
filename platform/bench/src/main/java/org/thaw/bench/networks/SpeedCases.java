package org.thaw.bench.networks;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.thaw.networks.Adam;
import org.thaw.networks.AdamW;
import org.thaw.networks.Huber;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Kernels;
import org.thaw.networks.Network;
import org.thaw.networks.NetworkBuilder;
import org.thaw.networks.Optimiser;
import org.thaw.networks.RmsProp;
import org.thaw.networks.SequenceNetwork;
import org.thaw.networks.Sgd;
import org.thaw.networks.SoftmaxCrossEntropy;
import org.thaw.networks.Transformer;

/** Our side of the speed table, with the kernels named first, at so many seconds a case. In a JVM of its own for each kind of kernels. */
final class SpeedCases {
    private final String kernels;
    private final Rates rates;

    private SpeedCases(String kernels, Rates rates) {
        this.kernels = kernels;
        this.rates = rates;
    }

    public static void main(String[] arguments) {
        SpeedCases cases = new SpeedCases(arguments[0], new Rates(Double.parseDouble(arguments[1])));
        cases.perceptron(SpeedCase.MLP_ADAM, 400, 128, count -> new Adam(count, 1e-3));
        cases.perceptron(SpeedCase.MLP_SGD, 400, 128, count -> new Sgd(count, 0.1));
        cases.perceptron(SpeedCase.SMALL_BATCH, 100, 10, count -> new Sgd(count, 0.01));
        cases.perceptron(SpeedCase.SMALL_ONE, 100, 1, count -> new Sgd(count, 0.01));
        cases.infer();
        cases.dqn();
        cases.residual();
        cases.transformer();
        cases.product(SpeedCase.SGEMM_256, 256);
        cases.product(SpeedCase.SGEMM_1024, 1024);
        if (arguments[0].equals("openblas")) {
            cases.calibrate(1024);
        }
    }

    private Network built(NetworkBuilder builder) {
        return builder.kernels(Kernels.named(kernels)).build(Initialiser.PYTORCH, new SplittableRandom(1)::nextDouble);
    }

    private Network perceptron(int hidden) {
        return built(Network.of(784).dense(hidden).relu().dense(hidden).relu().dense(10));
    }

    private interface Rule {
        Optimiser of(int parameters);
    }

    private void perceptron(SpeedCase what, int hidden, int batch, Rule rule) {
        Network network = perceptron(hidden);
        Optimiser optimiser = rule.of(network.parameters().length);
        SoftmaxCrossEntropy entropy = new SoftmaxCrossEntropy(10);
        float[] inputs = values(batch * 784, 2);
        int[] labels = new SplittableRandom(3).ints(batch, 0, 10).toArray();
        rates.print(what, 1, () -> {
            entropy.of(network.forward(inputs, batch), batch, labels, 0);
            network.backward(entropy.gradient());
            optimiser.step(network.parameters(), network.gradient());
        });
    }

    private void infer() {
        Network network = perceptron(100);
        float[] inputs = values(784, 2);
        rates.print(SpeedCase.SMALL_INFER, 1, () -> network.forward(inputs, 1));
        float[] picture = frames(784, 9, 0.2);
        rates.print(SpeedCase.SMALL_PICTURE, 1, () -> network.forward(picture, 1));
    }

    private void dqn() {
        int batch = 32;
        NetworkBuilder layers = Network.of(10, 10, 4).conv(16, 3).relu().dense(128).relu().dense(6);
        Network policy = built(layers);
        Network target = policy.copy();
        float[] before = frames(batch * 400, 4);
        float[] after = frames(batch * 400, 5);
        int[] actions = new SplittableRandom(6).ints(batch, 0, 6).toArray();
        float[] targets = new float[batch * 6];
        boolean[] taken = new boolean[batch * 6];
        RmsProp optimiser = new RmsProp(policy.parameters().length, 0.00025, 0.95, 0.01, true);
        Huber loss = new Huber(6, 1);
        rates.print(SpeedCase.DQN_UPDATE, 1, () -> {
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
        rates.print(SpeedCase.DQN_FORWARD, 1, () -> target.forward(before, 1));
    }

    private void residual() {
        int batch = 64;
        NetworkBuilder builder = Network.of(6, 7, 3).convWithoutBias(64, 3, 1, 1).batchNorm().relu();
        for (int i = 0; i < 4; i++) {
            builder.residual(f -> f.convWithoutBias(64, 3, 1, 1).batchNorm().relu().convWithoutBias(64, 3, 1, 1).batchNorm()).relu();
        }
        Network network = built(builder.branches(
                moves -> moves.convWithoutBias(2, 1, 1, 0).batchNorm().relu().dense(7),
                value -> value.convWithoutBias(1, 1, 1, 0).batchNorm().relu().dense(64).relu().dense(1).tanh()));
        float[] inputs = frames(batch * 126, 7);
        BoardLoss loss = new BoardLoss(batch, values(batch * 8, 8));
        Sgd optimiser = new Sgd(network.parameters().length, 0.02, 0.9);
        rates.print(SpeedCase.RESIDUAL_TRAIN, 1, () -> {
            network.backward(loss.gradient(network.forward(inputs, batch)));
            optimiser.step(network.parameters(), network.gradient());
        });
        network.training(false);
        rates.print(SpeedCase.RESIDUAL_INFER, batch, () -> network.forward(inputs, batch));
    }

    /** Inputs are one of 96 symbols, as a row of zeros and a one: PyTorch looks them up, we multiply. */
    private void transformer() {
        int sequences = 32;
        int length = 256;
        int symbols = 96;
        int lanes = 16;
        SplittableRandom random = new SplittableRandom(11);
        Transformer network = new Transformer(new Transformer.Config(symbols, 5), Kernels.named(kernels), random::nextDouble);
        float[] inputs = new float[sequences * length * symbols];
        for (int i = 0; i < inputs.length; i += symbols) {
            inputs[i + random.nextInt(symbols)] = 1;
        }
        int[] labels = random.ints(sequences * length, 0, 5).toArray();
        SoftmaxCrossEntropy entropy = new SoftmaxCrossEntropy(5);
        Optimiser optimiser = new AdamW(network.parameters().length, 1e-3);
        rates.print(SpeedCase.TRANSFORMER_TRAIN, 1, () -> {
            entropy.of(network.forward(inputs, sequences, length), sequences * length, labels, 0);
            network.backward(entropy.gradient());
            optimiser.step(network.parameters(), network.gradient());
        });
        SequenceNetwork.Memory memory = network.memory(lanes);
        int[] all = IntStream.range(0, lanes).toArray();
        float[] outputs = new float[lanes * 5];
        rates.print(SpeedCase.TRANSFORMER_ADVANCE, lanes * length, () -> {
            for (int lane : all) {
                memory.clear(lane);
            }
            for (int t = 0; t < length; t++) {
                network.advance(memory, all, lanes, inputs, outputs);
            }
        });
    }

    private void product(SpeedCase what, int n) {
        Kernels with = Kernels.named(kernels);
        float[] a = values(n * n, 9);
        float[] b = values(n * n, 10);
        float[] c = new float[n * n];
        rates.print(what, 2e-9 * n * n * n, () -> with.sgemm(Kernels.Form.NN, n, n, n, a, 0, n, b, 0, n, c, 0, n, false));
    }

    private void calibrate(int n) {
        try (FloatPointer a = new FloatPointer(values(n * n, 9)); FloatPointer b = new FloatPointer(values(n * n, 10)); FloatPointer c = new FloatPointer((long) n * n)) {
            rates.print(SpeedCase.CALIBRATION, 2e-9 * n * n * n,
                    () -> cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1f, a, n, b, n, 0f, c, n));
        }
    }

    private static float[] values(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return values;
    }

    /** Mostly zeros, as the frames of games are. */
    private static float[] frames(int count, long seed) {
        return frames(count, seed, 0.1);
    }

    private static float[] frames(int count, long seed, double ones) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextDouble() < ones ? 1 : 0;
        }
        return values;
    }
}
