package org.thaw.environments.images.internal;

import java.util.function.Predicate;
import org.thaw.api.Context;
import org.thaw.api.Space;
import org.thaw.api.Spec;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Environment;
import org.thaw.api.environment.TaskStream;

/** The data set inside one that makes several tasks of it. */
final class Wrapped {
    private Wrapped() {
    }

    /**
     * Makes the data set named {@code of}.
     *
     * @param fits   whether the inputs will do
     * @param wanted what would, for the message
     * @throws IllegalArgumentException if it is no stream of one task, or its inputs will not do
     */
    static TaskStream dataSet(Context context, Spec of, Predicate<Space.Real> fits, String wanted) {
        Environment inner = context.environment("of", of);
        String refused = refusal(inner, fits, wanted);
        if (!refused.isEmpty()) {
            inner.close();
            throw new IllegalArgumentException("of: " + of.id() + " " + refused);
        }
        return (TaskStream) inner;
    }

    private static String refusal(Environment inner, Predicate<Space.Real> fits, String wanted) {
        if (!(inner instanceof TaskStream stream)) {
            return "is a world, expected a stream of labelled examples";
        }
        if (stream.tasks() != 1) {
            return "has " + stream.tasks() + " tasks, expected one";
        }
        Space input = inner.signature().input();
        return input instanceof Space.Real real && real.type() == Tensor.Type.F32 && fits.test(real) ? "" : "has inputs of " + input + ", expected " + wanted;
    }
}
