package org.thaw.runtime.internal.engine;

import java.util.function.BiConsumer;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Inspectable;
import org.thaw.runtime.internal.fault.Guard;

/** A learner that is looked into: what it throws is its own fault, what the one who looks throws is not. */
record Shown(Inspectable learner, Guard theirs, Guard lookers) implements Inspectable {
    @Override
    public void weights(BiConsumer<String, Tensor> to) {
        theirs.run("weights", () -> learner.weights(looker("weights", to)));
        back();
    }

    @Override
    public void activations(Tensor probe, BiConsumer<String, Tensor> to) {
        theirs.run("activations", () -> learner.activations(probe, looker("activations", to)));
        back();
    }

    private BiConsumer<String, Tensor> looker(String call, BiConsumer<String, Tensor> to) {
        return (name, tensor) -> {
            lookers.run("inspect", () -> to.accept(name, tensor));
            theirs.enter(theirs.call(call));
        };
    }

    /** What takes long from here on is not the learner. */
    private void back() {
        lookers.enter(lookers.call("inspect"));
    }
}
