package org.thaw.learners.imitation.internal;

import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Decisions;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Steps;
import org.thaw.networks.SequenceNetwork;

/**
 * Acts by what a network says of a life so far. Its context is the network's memory of that life, one for each lane, and is extended by one token for
 * each step that is acted in or observed; all lanes go through the network at once. What was read before an update of the network stays as it was understood
 * then: keys, values and states of earlier steps are not computed anew.
 */
final class SequencePolicy implements Policy {
    private final SequenceNetwork network;
    private final Encoding encoding;
    private final Decider decider;
    private final SequenceNetwork.Memory memory;
    private final float[] inputs;
    /** The last token of each lane. */
    private final float[] last;
    private final float[] outputs;
    private final int[] lanes;

    /** Makes a decision of a row of outputs that begins at {@code at}. */
    interface Decider {
        void decide(float[] outputs, int at, Step step, Decision decision);
    }

    SequencePolicy(SequenceNetwork network, Encoding encoding, int lanes, Decider decider) {
        this.network = network;
        this.encoding = encoding;
        this.decider = decider;
        this.lanes = new int[lanes];
        memory = network.memory(lanes);
        inputs = new float[lanes * network.inputs()];
        last = new float[inputs.length];
        outputs = new float[lanes * network.outputs()];
    }

    @Override
    public void act(Step step, Decision decision) {
        observe(step);
        decider.decide(outputs, 0, step, decision);
    }

    @Override
    public void act(Steps steps, Decisions decisions) {
        observe(steps);
        for (int i = 0; i < steps.count(); i++) {
            decider.decide(outputs, i * network.outputs(), steps.step(i), decisions.decision(i));
        }
    }

    @Override
    public void observe(Step step) {
        write(step, 0);
        network.advance(memory, step.lane(), inputs, 0, outputs, 0);
    }

    @Override
    public void observe(Steps steps) {
        int count = steps.count();
        if (count == 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            write(steps.step(i), i);
            lanes[i] = steps.step(i).lane();
        }
        network.advance(memory, lanes, count, inputs, outputs);
    }

    private void write(Step step, int row) {
        int width = network.inputs();
        int before = step.lane() * width;
        encoding.write(step, last, before, inputs, row * width);
        System.arraycopy(inputs, row * width, last, before, width);
    }

    @Override
    public void save(StateWriter out) {
        float[] past = new float[lanes.length * memory.size()];
        for (int lane = 0; lane < lanes.length; lane++) {
            memory.save(lane, past, lane * memory.size());
        }
        out.tensor(StateKind.MEMORY, "last", Tensor.of(last, lanes.length, network.inputs()));
        out.tensor(StateKind.MEMORY, "past", Tensor.of(past, lanes.length, memory.size()));
    }

    @Override
    public void restore(StateReader in) {
        in.into("last", Tensor.of(last, lanes.length, network.inputs()));
        Tensor past = Tensor.zeros(Tensor.Type.F32, lanes.length, memory.size());
        in.into("past", past);
        for (int lane = 0; lane < lanes.length; lane++) {
            memory.restore(lane, past.floats(), lane * memory.size());
        }
    }
}
