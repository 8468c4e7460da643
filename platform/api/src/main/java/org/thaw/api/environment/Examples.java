package org.thaw.api.environment;

import org.osgi.annotation.versioning.ConsumerType;
import org.thaw.api.Tensor;

/**
 * Labelled examples with random access; the host does the choosing, shuffling and batching. Reading an example twice gives the same bits:
 * a generator of endless data derives each example from its index. May be read by several runs at once.
 */
@ConsumerType
public interface Examples {
    /** How many there are. */
    int size();

    /**
     * Writes the inputs of some examples.
     *
     * @param indices which ones, each in [0, size); only the first {@code inputs.rows()} count
     * @param inputs  [n, …] as the signature's input space says
     */
    void inputs(int[] indices, Tensor inputs);

    /**
     * Writes the targets of some examples.
     *
     * @param indices which ones, each in [0, size); only the first {@code targets.rows()} count
     * @param targets {@code I32[n]} class numbers, or [n, …] as the signature's output space says
     */
    void targets(int[] indices, Tensor targets);
}
