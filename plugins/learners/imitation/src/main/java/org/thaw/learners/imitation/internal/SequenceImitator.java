package org.thaw.learners.imitation.internal;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.learner.Costed;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Sequences;
import org.thaw.api.learner.Student;

/**
 * What imitators with a context share: a causal network reads a life step by step ({@link StepTokens}) and predicts in each step what is to be done, from all
 * that it has read. It studies windows of recorded lives, every step of a window at once. Frozen, it can still adapt: within its context.
 */
abstract class SequenceImitator implements Student, Costed {
    private final Context context;
    private final Shape shape;
    private final int actions;
    private final int lanes;
    private final Encoding tokens;
    private final TrainedSequence trained;
    private final EveryNth studied;
    private final WindowBatch batch;
    private final ActionLoss loss;

    /**
     * How it studies and acts.
     *
     * @param window   steps of a window as it is studied
     * @param every    which episodes of a recorded window are studied: every n-th
     * @param batch    windows of a batch
     * @param interval steps of all lanes between two updates from its own stream
     * @param greedy   whether it takes the most probable action where it need not explore
     */
    record Shape(int window, int every, int batch, int interval, boolean greedy) {
    }

    SequenceImitator(Signature signature, Context context, Encoding tokens, Targets targets, TrainedSequence trained, Shape shape) {
        this.context = context;
        this.shape = shape;
        this.tokens = tokens;
        this.trained = trained;
        actions = signature.choices();
        lanes = signature.lanes();
        studied = new EveryNth(shape.every(), shape.window());
        batch = new WindowBatch(tokens, targets, actions);
        loss = new ActionLoss(actions);
    }

    @Override
    public final void study(Sequences windows) {
        batch.read(studied.of(windows));
        if (batch.decided() == 0) {
            return;
        }
        double mean = loss.of(trained.forward(batch.inputs(), batch.count(), batch.length()), batch);
        double length = trained.step(loss.gradient());
        context.measure("loss", mean);
        context.measure("agreement", loss.agreement());
        context.measure("gradient-length", length);
    }

    @Override
    public final Policy policy(Mode mode, Cue cue) {
        boolean exploring = mode == Mode.EXPLORE;
        ActionChoice choice = new ActionChoice(actions, shape.greedy() && !exploring, context.random(exploring ? "exploration" : "exploitation"));
        return new SequencePolicy(trained.network(), tokens, lanes, choice::decide);
    }

    /** One step read with as much behind it as the network looks back on. */
    @Override
    public final long flopsPerDecision() {
        return trained.network().flopsForward(trained.network().context());
    }

    /** A full batch of windows, of which {@code window} steps are studied each, whatever was left out between them. */
    @Override
    public final long flopsPerUpdate() {
        return shape.batch() * trained.network().flopsTraining(shape.window());
    }

    @Override
    public final int window() {
        return Math.multiplyExact(shape.window(), shape.every());
    }

    @Override
    public final int batch() {
        return shape.batch();
    }

    @Override
    public final int interval() {
        return shape.interval();
    }

    @Override
    public final long updates() {
        return trained.updates();
    }

    @Override
    public final void save(StateWriter out) {
        trained.save(out);
    }

    @Override
    public final void restore(StateReader in) {
        trained.restore(in);
    }
}
