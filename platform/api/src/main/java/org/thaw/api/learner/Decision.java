package org.thaw.api.learner;

import java.util.Arrays;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.Action;

/**
 * What a policy decided in one step: the action, and if it likes what it thought of it. Kept with the step and handed back at learning, so
 * that an agent need not remember. A reusable buffer.
 */
public final class Decision {
    private final Action action;
    private final float[] distribution;
    private final int[] visits;
    private boolean hasDistribution;
    private boolean hasVisits;
    private double logProbability = Double.NaN;
    private double value = Double.NaN;
    private float[] memo = {};
    private int memoLength;

    /** An empty decision for this signature. */
    public Decision(Signature signature) {
        action = new Action(signature);
        int choices = signature.output() instanceof Space.Categorical c ? c.count() : 0;
        distribution = new float[choices];
        visits = new int[choices];
    }

    /** Empties it. The host does so before each call. */
    public void clear() {
        action.clear();
        hasDistribution = false;
        hasVisits = false;
        logProbability = Double.NaN;
        value = Double.NaN;
        memoLength = 0;
    }

    /** Chooses a discrete action. */
    public void choose(int index) {
        action.set(index);
    }

    /** Chooses a real action. */
    public void choose(float[] values) {
        action.set(values);
    }

    /** Records the natural logarithm of the probability (density) of the chosen action. */
    public void logProbability(double logProbability) {
        this.logProbability = logProbability;
    }

    /** Records the estimated value of the state. */
    public void value(double value) {
        this.value = value;
    }

    /** Records the probabilities of all discrete actions; copied. */
    public void distribution(float[] probabilities) {
        System.arraycopy(probabilities, 0, distribution, 0, distribution.length);
        hasDistribution = true;
    }

    /** Records how often a search visited each discrete action; copied. */
    public void visits(int[] counts) {
        System.arraycopy(counts, 0, visits, 0, visits.length);
        hasVisits = true;
    }

    /** Records numbers of the policy's own that learning wants back, such as a recurrent state; copied. */
    public void memo(float[] numbers) {
        memo(numbers, 0, numbers.length);
    }

    /** Records a stretch of numbers, such as one lane's row of a recurrent state; copied. */
    public void memo(float[] numbers, int from, int length) {
        if (memo.length < length) {
            memo = new float[length];
        }
        System.arraycopy(numbers, from, memo, 0, length);
        memoLength = length;
    }

    /** Takes over another decision. */
    public void copyFrom(Decision other) {
        action.copyFrom(other.action);
        System.arraycopy(other.distribution, 0, distribution, 0, distribution.length);
        System.arraycopy(other.visits, 0, visits, 0, visits.length);
        hasDistribution = other.hasDistribution;
        hasVisits = other.hasVisits;
        logProbability = other.logProbability;
        value = other.value;
        memo(other.memo, 0, other.memoLength);
    }

    /** The chosen action, shared. */
    public Action action() {
        return action;
    }

    /** The recorded log-probability, NaN if none was. */
    public double logProbability() {
        return logProbability;
    }

    /** The recorded value, NaN if none was. */
    public double value() {
        return value;
    }

    /** Whether a distribution was recorded. */
    public boolean hasDistribution() {
        return hasDistribution;
    }

    /** The recorded distribution, shared. Meaningful only if {@link #hasDistribution()}. */
    public float[] distribution() {
        return distribution;
    }

    /** Whether visit counts were recorded. */
    public boolean hasVisits() {
        return hasVisits;
    }

    /** The recorded visit counts, shared. Meaningful only if {@link #hasVisits()}. */
    public int[] visits() {
        return visits;
    }

    /** The recorded numbers, a copy; empty if there are none. */
    public float[] memo() {
        return Arrays.copyOf(memo, memoLength);
    }

    /** Copies the recorded numbers to the start of {@code target}; returns how many there are. */
    public int readMemo(float[] target) {
        System.arraycopy(memo, 0, target, 0, memoLength);
        return memoLength;
    }
}
