package org.thaw.learners.imitation.internal;

import org.thaw.api.Context;
import org.thaw.api.RandomStream;

/**
 * One update of RL² by PPO (Schulman et al. 2017, algorithm 1) over whole trials: advantages under the network that acted ({@link Lifetimes}), normalised over
 * each minibatch, then several passes of minibatches of trials, shuffled anew, each a step down {@link TrialLoss}. Gradients go back through the whole trial.
 */
final class TrialImprovement {
    private static final double LEAST_DEVIATION = 1e-8;

    private final Rl2.Config config;
    private final TrainedSequence trained;
    private final TrialBatch batch;
    private final int actions;
    private final Context context;
    private final Lifetimes lifetimes;
    private final TrialLoss loss;
    private final RandomStream order;
    private int[] numbers = {};
    private double[] values = {};
    private double[] old = {};
    private double[] advantages = {};

    TrialImprovement(Rl2.Config config, TrainedSequence trained, TrialBatch batch, int actions, Context context) {
        this.config = config;
        this.trained = trained;
        this.batch = batch;
        this.actions = actions;
        this.context = context;
        lifetimes = new Lifetimes(config.discount(), config.lambda(), config.bootstrap());
        loss = new TrialLoss(actions, config.clip(), config.valueWeight(), config.entropyWeight());
        order = context.random("minibatches");
    }

    /** Learns from these trials. */
    void on(Trials trials) {
        room(trials);
        judge(trials);
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            order.shuffle(numbers, trials.count());
            for (int from = 0; from < trials.count(); from += config.minibatch()) {
                improve(trials, from, Math.min(config.minibatch(), trials.count() - from));
            }
        }
    }

    private void room(Trials trials) {
        if (numbers.length < trials.count()) {
            numbers = new int[trials.count()];
        }
        if (values.length < trials.rows()) {
            values = new double[trials.rows()];
            old = new double[trials.rows()];
            advantages = new double[trials.rows()];
        }
        for (int i = 0; i < trials.count(); i++) {
            numbers[i] = i;
        }
    }

    /** Values, log-probabilities and advantages of all tokens under the network that acted. */
    private void judge(Trials trials) {
        for (int from = 0; from < trials.count(); from += config.minibatch()) {
            int count = Math.min(config.minibatch(), trials.count() - from);
            float[] outputs = forward(trials, from, count);
            float[] p = loss.probabilities(outputs, batch.rows(), batch.legal());
            for (int i = 0; i < count; i++) {
                int begin = trials.begin(from + i);
                for (int row = begin; row < trials.begin(from + i + 1); row++) {
                    int at = i * batch.length() + row - begin;
                    values[row] = loss.value(outputs, at);
                    old[row] = trials.decided(row) ? TrialLoss.logProbability(p[at * actions + trials.action(row)]) : 0;
                }
                lifetimes.advantages(trials, from + i, values, advantages);
            }
        }
    }

    private float[] forward(Trials trials, int from, int count) {
        batch.gather(trials, numbers, from, count);
        return trained.forward(batch.inputs(), count, batch.length());
    }

    private void improve(Trials trials, int from, int count) {
        float[] outputs = forward(trials, from, count);
        float[] p = loss.probabilities(outputs, batch.rows(), batch.legal());
        int decided = 0;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < count; i++) {
            int trial = numbers[from + i];
            for (int row = trials.begin(trial); row < trials.begin(trial + 1); row++) {
                if (trials.decided(row)) {
                    decided++;
                    mean += advantages[row];
                    square += advantages[row] * advantages[row];
                }
            }
        }
        mean /= decided;
        double deviation = Math.sqrt(Math.max(0, square / decided - mean * mean)) + LEAST_DEVIATION;
        loss.begin(batch.rows());
        for (int i = 0; i < count; i++) {
            int begin = trials.begin(numbers[from + i]);
            for (int row = begin; row < trials.begin(numbers[from + i] + 1); row++) {
                if (trials.decided(row)) {
                    // a single step has nothing to be compared with
                    double advantage = decided == 1 ? advantages[row] : (advantages[row] - mean) / deviation;
                    loss.add(outputs, p, i * batch.length() + row - begin, trials.action(row), old[row], advantage, advantages[row] + values[row], decided);
                }
            }
        }
        trained.step(loss.gradient());
        context.measure("policy-loss", loss.policyLoss());
        context.measure("value-loss", loss.valueLoss());
        context.measure("entropy", loss.entropy());
    }
}
