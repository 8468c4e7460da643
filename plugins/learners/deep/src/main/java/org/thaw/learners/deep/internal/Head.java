package org.thaw.learners.deep.internal;

import java.util.List;
import org.thaw.networks.NetworkBuilder;

/** How the last layers make the values of actions: from what the network puts out, and its gradient back. Returned arrays are buffers. */
sealed interface Head permits PlainHead, DuelingHead {
    /** Adds its layers behind those that are there. */
    void end(NetworkBuilder layers);

    /** The rectifiers inside its streams, as paths of {@link org.thaw.networks.Network#activation}. */
    List<String> streams();

    /** Q from the network's output. @return [rows, actions] */
    float[] values(float[] outputs, int rows);

    /** The gradient of the network's output from that of Q. */
    float[] gradient(float[] valueGradient, int rows);
}
