package org.thaw.environments.control.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.thaw.api.Context;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.tck.host.HostContext;

/** A system with the buffers of a host. */
final class Life {
    static final Context CONTEXT = new HostContext(1);
    /** Sines of different libraries differ in the last bit; chaos lets that grow. */
    private static final double LIBRARIES = 1e-9;

    final Plant plant;
    final StepBuffer out;
    private final Action action;

    Life(Plant plant) {
        this.plant = plant;
        out = new StepBuffer(plant.signature());
        action = new Action(plant.signature());
    }

    void step(int chosen) {
        action.set(chosen);
        plant.step(action, out);
    }

    void step(float chosen) {
        action.set(new float[] {chosen});
        plant.step(action, out);
    }

    void assertState(double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], plant.state[i], LIBRARIES, "variable " + i);
        }
    }

    float observed(int i) {
        return out.observation().floats()[i];
    }

    String outcome() {
        return out.kind() + " " + out.reward() + " " + out.discount();
    }
}
