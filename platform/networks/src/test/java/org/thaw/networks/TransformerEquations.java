package org.thaw.networks;

/** The transformer as its equations say it, in doubles and without any thought of speed. */
final class TransformerEquations {

    private final Transformer.Config config;
    private final SequenceNetwork network;

    TransformerEquations(Transformer.Config config, SequenceNetwork network) {
        this.config = config;
        this.network = network;
    }

    /** Outputs of one sequence. */
    double[][] outputs(float[] inputs, int length) {
        double[][] x = new double[length][];
        for (int t = 0; t < length; t++) {
            double[] input = new double[config.inputs()];
            for (int i = 0; i < input.length; i++) {
                input[i] = inputs[t * input.length + i];
            }
            x[t] = linear("embed", input, config.width());
        }
        for (int layer = 1; layer <= config.layers(); layer++) {
            block("block" + layer, x);
        }
        for (int t = 0; t < length; t++) {
            x[t] = linear("read", norm("norm", x[t]), config.outputs());
        }
        return x;
    }

    private void block(String name, double[][] x) {
        double[][] rows = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            rows[t] = linear(name + ".attention.project", norm(name + ".norm1", x[t]), 3 * config.width());
        }
        for (int t = 0; t < x.length; t++) {
            add(x[t], linear(name + ".attention.join", attention(name, rows, t), config.width()));
            double[] hidden = linear(name + ".up", norm(name + ".norm2", x[t]), config.feedForward());
            for (int i = 0; i < hidden.length; i++) {
                hidden[i] *= cumulative(hidden[i]);
            }
            add(x[t], linear(name + ".down", hidden, config.width()));
        }
    }

    private double[] attention(String name, double[][] rows, int t) {
        int width = config.width();
        int head = width / config.heads();
        double[] out = new double[width];
        for (int h = 0; h < config.heads(); h++) {
            double sum = 0;
            double[] mixed = new double[head];
            for (int j = Math.max(0, t - config.context() + 1); j <= t; j++) {
                double score = 0;
                for (int d = h * head; d < (h + 1) * head; d++) {
                    score += rows[t][d] * rows[j][width + d];
                }
                double weight = Math.exp(score / Math.sqrt(head) + at(name + ".attention.bias", (h + 1) * config.context() - 1 - (t - j)));
                sum += weight;
                for (int d = 0; d < head; d++) {
                    mixed[d] += weight * rows[j][2 * width + h * head + d];
                }
            }
            for (int d = 0; d < head; d++) {
                out[h * head + d] = mixed[d] / sum;
            }
        }
        return out;
    }

    private double[] norm(String name, double[] x) {
        double mean = 0;
        for (double value : x) {
            mean += value / x.length;
        }
        double variance = 0;
        for (double value : x) {
            variance += (value - mean) * (value - mean) / x.length;
        }
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = at(name + ".gain", i) * (x[i] - mean) / Math.sqrt(variance + 1e-5) + at(name + ".shift", i);
        }
        return y;
    }

    private double[] linear(String name, double[] x, int outputs) {
        double[] y = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            y[o] = at(name + ".bias", o);
            for (int i = 0; i < x.length; i++) {
                y[o] += x[i] * at(name + ".weight", i * outputs + o);
            }
        }
        return y;
    }

    /** The normal distribution, by the midpoint rule on its density from 0. */
    private static double cumulative(double x) {
        int parts = 2000;
        double sum = 0;
        for (int i = 0; i < parts; i++) {
            double at = x * (i + 0.5) / parts;
            sum += Math.exp(-at * at / 2);
        }
        return 0.5 + sum * x / parts / Math.sqrt(2 * Math.PI);
    }

    private static void add(double[] to, double[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
    }

    private double at(String name, int index) {
        return network.parameters()[network.parameter(name).offset() + index];
    }
}
