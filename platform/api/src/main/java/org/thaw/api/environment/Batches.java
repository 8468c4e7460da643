package org.thaw.api.environment;

import org.osgi.annotation.versioning.ProviderType;
import org.thaw.api.Tensor;

/** Batches one after another, in buffers that are used again. */
@ProviderType
public interface Batches {
    /** Goes to the next batch; false if there is none. */
    boolean next();

    /** The inputs of this batch, [n, …]; valid until {@link #next()}. */
    Tensor inputs();

    /** The targets of this batch, {@code I32[n]} or [n, …]; valid until {@link #next()}. */
    Tensor targets();
}
