package org.thaw.api.learner;

import org.osgi.annotation.versioning.ConsumerType;
import org.thaw.api.Cue;
import org.thaw.api.Tensor;

/** A supervised learner. */
@ConsumerType
public interface Predictor extends Learner {
    /**
     * Predicts. Must not change knowledge.
     *
     * @param inputs [n, …], the host's buffer, valid during the call
     * @param cue    what may be known about these inputs
     * @return for a categorical output {@code F32[n, classes]} scores, the highest wins (those of classes that the cue rules out are
     *         ignored); for a real output {@code F32[n, …]} values. The learner's own buffer, valid until its next call
     */
    Tensor predict(Tensor inputs, Cue cue);

    /**
     * Learns from one batch.
     *
     * @param inputs  [n, …], the host's buffer, valid during the call
     * @param targets {@code I32[n]} class numbers or {@code F32[n, …]} values, the host's buffer
     */
    void learn(Tensor inputs, Tensor targets, Cue cue);
}
