package org.thaw.runtime.run;

import com.google.gson.JsonObject;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Another learner wanted in the place of a running one.
 *
 * @param role    whose place, {@code learner} as a rule
 * @param learner a plugin as experiment files name it: {@code ewc}, {@code ewc@1.2.0}, {@code ewc@[1.0,2)}; or, after {@code sha256:}, the exact jar
 *                that offers it: {@code ewc@sha256:ab12…}
 * @param carry   whether it takes over what the other one has learned; else it starts fresh
 * @param at      the step of learning from which on it learns; empty for the next one
 * @param twin    whether a copy of the old learner goes on learning beside it, as {@code <role>/unswapped@<step>}
 * @param with    hyperparameters. Those not named keep the value that they have in the old learner, where both have one of that name, else the default
 */
public record SwapRequest(String role, String learner, boolean carry, OptionalLong at, boolean twin, JsonObject with) {
    public SwapRequest {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(at, "at");
        with = with.deepCopy();
    }
}
