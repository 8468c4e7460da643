package org.thaw.runtime.internal.engine;

import java.util.List;

/** Closes one thing after the other; what one of them throws keeps no other from being closed. */
final class Closing {
    private Closing() {
    }

    static void all(List<? extends Runnable> closings) {
        RuntimeException first = null;
        for (Runnable closing : closings) {
            try {
                closing.run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** The same while something else is thrown, which comes first. */
    static void after(Throwable thrown, AutoCloseable closing) {
        try {
            closing.close();
        } catch (Exception e) {
            thrown.addSuppressed(e);
        }
    }
}
