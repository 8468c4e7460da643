package org.thaw.learners.imitation.internal;

import java.util.Arrays;
import org.thaw.api.Context;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Parameter;
import org.thaw.networks.SequenceNetwork;
import org.thaw.toolkit.KernelNote;

/** A network over sequences and its optimiser; what it is trained for is its user's business. */
final class TrainedSequence implements Stateful {
    private final SequenceNetwork network;
    private final Descent descent;

    TrainedSequence(SequenceNetwork network, Descent descent, Context context) {
        this.network = network;
        this.descent = descent;
        KernelNote.of(context, network.kernels());
        context.note("parameters", Integer.toString(network.parameters().length));
    }

    /** The network: its parameters are live. */
    SequenceNetwork network() {
        return network;
    }

    /** The outputs of sequences [sequences, length, inputs], each from an empty past: a buffer, valid until the next call. */
    float[] forward(float[] inputs, int sequences, int length) {
        return network.forward(inputs, sequences, length);
    }

    /** Takes one step down the gradient of a loss of the last {@link #forward}; returns the gradient's length. */
    double step(float[] outputGradient) {
        network.backward(outputGradient);
        return descent.step(network.parameters(), network.gradient());
    }

    /** How many steps were taken. */
    long updates() {
        return descent.steps();
    }

    @Override
    public void save(StateWriter out) {
        StateWriter layers = out.in("network");
        for (Parameter slice : network.layout()) {
            layers.tensor(StateKind.PARAMETER, slice.name(), Tensor.of(Arrays.copyOfRange(network.parameters(), slice.offset(), slice.end()), shape(slice)));
        }
        out.part("optimiser", descent);
    }

    @Override
    public void restore(StateReader in) {
        StateReader layers = in.in("network");
        for (Parameter slice : network.layout()) {
            Tensor slot = Tensor.zeros(Tensor.Type.F32, shape(slice));
            layers.into(slice.name(), slot);
            System.arraycopy(slot.floats(), 0, network.parameters(), slice.offset(), slice.length());
        }
        in.part("optimiser", descent);
    }

    private static int[] shape(Parameter slice) {
        return slice.shape().stream().mapToInt(Integer::intValue).toArray();
    }
}
