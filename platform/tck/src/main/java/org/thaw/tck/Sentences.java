package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Optional;
import java.util.function.Supplier;

/** How plugins say no: an exception that a person can read. */
final class Sentences {
    private Sentences() {
    }

    /** What was made, or nothing if it was refused by an {@link IllegalArgumentException} that says why. */
    static <T> Optional<T> madeOrRefused(String what, Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage() != null && !e.getMessage().isBlank(), () -> what + " is refused without a message");
            return Optional.empty();
        } catch (RuntimeException e) {
            return fail(what + ": expected an IllegalArgumentException with a sentence, got " + e, e);
        }
    }

    /** It must be refused, by an exception about arguments, states or indices that has a message. */
    static void refused(String what, Runnable attempt) {
        try {
            attempt.run();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            assertTrue(e.getMessage() != null && !e.getMessage().isBlank(), () -> what + " is refused without a message");
            return;
        } catch (RuntimeException e) {
            fail(what + ": expected an IllegalArgumentException with a sentence, got " + e, e);
        }
        fail(what + " went through: expected an IllegalArgumentException that says what is wrong");
    }
}
