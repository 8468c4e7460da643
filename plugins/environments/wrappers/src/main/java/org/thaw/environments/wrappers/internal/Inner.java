package org.thaw.environments.wrappers.internal;

import java.util.function.Function;
import org.thaw.api.Context;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Spec;
import org.thaw.api.environment.Drawable;
import org.thaw.api.environment.Environment;
import org.thaw.api.environment.World;

/**
 * The world within a wrapper.
 *
 * @param id    its plugin, for messages
 * @param world the world
 */
record Inner(String id, World world) {
    /**
     * Makes the world named {@code of} and what goes around it. If that is refused, the world is closed again. What is around a world that can be drawn
     * can be drawn, and nothing else.
     */
    static World wrapped(Context context, Spec of, Function<Inner, World> wrapper) {
        Environment made = context.environment("of", of);
        try {
            if (!(made instanceof World world)) {
                throw new IllegalArgumentException("of: " + of.id() + " is a stream of labelled examples, expected a world");
            }
            World around = wrapper.apply(new Inner(of.id(), world));
            return world instanceof Drawable drawable ? new Visible(around, drawable) : around;
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
    }

    Signature signature() {
        return world.signature();
    }

    /** The observations, which must be real. */
    Space.Real realObservations() {
        if (signature().input() instanceof Space.Real real) {
            return real;
        }
        throw refusal("observations", signature().input(), "real ones; \"one-hot\" makes them of numbered states");
    }

    /** How many states can be observed, which must be numbered. */
    int states() {
        if (signature().input() instanceof Space.Categorical categorical) {
            return categorical.count();
        }
        throw refusal("observations", signature().input(), "numbered states");
    }

    /** How many actions there are, which must be discrete. */
    int actions() {
        if (signature().output() instanceof Space.Categorical categorical) {
            return categorical.count();
        }
        throw refusal("actions", signature().output(), "discrete ones");
    }

    IllegalArgumentException refusal(String what, Space found, String expected) {
        return new IllegalArgumentException("of: " + id + " has " + what + " of " + found + ", expected " + expected);
    }
}
