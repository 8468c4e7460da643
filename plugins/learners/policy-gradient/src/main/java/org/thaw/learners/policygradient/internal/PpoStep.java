package org.thaw.learners.policygradient.internal;

import java.util.Map;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Adam;
import org.thaw.networks.Network;

/** A step of Adam for the network and the head's own parameters, down a gradient whose length over both is bounded. */
final class PpoStep implements Stateful {
    private static final double EPSILON = 1e-5;

    private final Network network;
    private final PolicyHead head;
    private final double bound;
    private final Adam forNetwork;
    private final Adam forHead;

    PpoStep(Network network, PolicyHead head, double rate, double bound) {
        this.network = network;
        this.head = head;
        this.bound = bound;
        forNetwork = new Adam(network.parameters().length, rate, 0.9, 0.999, EPSILON);
        forHead = new Adam(head.parameters().length, rate, 0.9, 0.999, EPSILON);
    }

    /** Takes one step. */
    void take() {
        double length = Math.sqrt(squares(network.gradient()) + squares(head.gradient()));
        if (bound > 0 && length > bound) {
            scale(network.gradient(), (float) (bound / length));
            scale(head.gradient(), (float) (bound / length));
        }
        forNetwork.step(network.parameters(), network.gradient());
        forHead.step(head.parameters(), head.gradient());
    }

    private static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }

    private static void scale(float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    /** How many were taken. */
    long taken() {
        return forNetwork.steps();
    }

    /** What is saved beside the tensors. */
    record Progress(long steps) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.OPTIMISER, "progress", new Progress(taken()));
        save(out.in("network"), forNetwork);
        save(out.in("head"), forHead);
    }

    private static void save(StateWriter out, Adam adam) {
        for (Map.Entry<String, float[]> slot : adam.slots().entrySet()) {
            if (slot.getValue().length > 0) {
                out.tensor(StateKind.OPTIMISER, slot.getKey(), Tensor.of(slot.getValue(), slot.getValue().length));
            }
        }
    }

    @Override
    public void restore(StateReader in) {
        long steps = in.record("progress", Progress.class).steps();
        restore(in.in("network"), forNetwork, steps);
        restore(in.in("head"), forHead, steps);
    }

    private static void restore(StateReader in, Adam adam, long steps) {
        adam.steps(steps);
        for (Map.Entry<String, float[]> slot : adam.slots().entrySet()) {
            if (slot.getValue().length > 0) {
                in.into(slot.getKey(), Tensor.of(slot.getValue(), slot.getValue().length));
            }
        }
    }
}
