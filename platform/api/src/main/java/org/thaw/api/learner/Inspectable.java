package org.thaw.api.learner;

import java.util.function.BiConsumer;
import org.osgi.annotation.versioning.ConsumerType;
import org.thaw.api.Tensor;

/** Optional, for learners that can be looked into: plasticity metrics need weights and activations. */
@ConsumerType
public interface Inspectable {
    /** Hands out each weight tensor by name; biases and buffers left out. */
    void weights(BiConsumer<String, Tensor> to);

    /** Hands out the activations {@code F32[n, units]} of each hidden layer by name for a probe batch. Must not change knowledge. */
    void activations(Tensor probe, BiConsumer<String, Tensor> to);
}
