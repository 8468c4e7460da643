package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Inspectable;
import org.thaw.runtime.internal.fault.Calls;
import org.thaw.runtime.internal.fault.Guard;

/** Whoever takes long is the one who is named. */
class ShownTest {
    private final Calls calls = new Calls();
    private final List<String> met = new ArrayList<>();

    private void note() {
        met.add(calls.latest().toString());
    }

    @Test
    void timeIsTakenByTheOneWhoIsAtWork() {
        Inspectable learner = new Inspectable() {
            @Override
            public void weights(BiConsumer<String, Tensor> to) {
                note();
                to.accept("w", Tensor.of(new double[] {1}, 1));
                note();
            }

            @Override
            public void activations(Tensor probe, BiConsumer<String, Tensor> to) {
                to.accept("x", probe);
                note();
            }
        };
        Shown shown = new Shown(learner, new Guard("learner", calls), new Guard("metric", calls));

        shown.weights((name, tensor) -> note());
        note();
        shown.activations(Tensor.of(new double[] {1}, 1), (name, tensor) -> note());

        assertEquals(List.of("learner weights", "metric inspect", "learner weights", "metric inspect", "metric inspect", "learner activations"), met);
    }
}
