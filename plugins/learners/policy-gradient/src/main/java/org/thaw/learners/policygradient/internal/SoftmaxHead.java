package org.thaw.learners.policygradient.internal;

import java.util.Arrays;
import org.thaw.api.RandomStream;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;

/** Discrete actions: the outputs are the logits of a softmax over the legal ones. */
final class SoftmaxHead implements PolicyHead {
    private static final float[] NONE = {};

    private final int actions;
    private final MaskedSoftmax softmax;
    private int[] chosen = {};
    private boolean[] legal = {};
    private int last;

    SoftmaxHead(int actions) {
        this.actions = actions;
        softmax = new MaskedSoftmax(actions, 0);
    }

    @Override
    public int width() {
        return actions;
    }

    @Override
    public void decide(float[] outputs, int at, Step step, boolean greedy, RandomStream random, Decision decision) {
        softmax.of(outputs, at, step.legal(), 0);
        int action = greedy ? softmax.mode() : softmax.draw(random);
        decision.choose(action);
        decision.logProbability(Math.min(0, softmax.logarithm(action)));
        decision.distribution(softmax.distribution());
    }

    @Override
    public void room(int rows) {
        if (chosen.length < rows) {
            chosen = Arrays.copyOf(chosen, rows);
            legal = Arrays.copyOf(legal, rows * actions);
        }
    }

    @Override
    public void remember(int row, Step step, Decision decision) {
        chosen[row] = decision.action().index();
        System.arraycopy(step.legal(), 0, legal, row * actions, actions);
    }

    @Override
    public double logProbability(float[] outputs, int at, int row) {
        softmax.of(outputs, at, legal, row * actions);
        last = chosen[row];
        return softmax.logarithm(last);
    }

    @Override
    public double entropy() {
        return softmax.entropy();
    }

    @Override
    public void addGradient(double byLogProbability, double byEntropy, float[] gradient, int at) {
        softmax.addLogarithmGradient(last, byLogProbability, gradient, at);
        softmax.addEntropyGradient(byEntropy, gradient, at);
    }

    @Override
    public float[] parameters() {
        return NONE;
    }

    @Override
    public float[] gradient() {
        return NONE;
    }

    @Override
    public void save(StateWriter out) {
    }

    @Override
    public void restore(StateReader in) {
    }
}
