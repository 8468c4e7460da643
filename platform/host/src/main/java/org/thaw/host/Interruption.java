package org.thaw.host;

import sun.misc.Signal;

/** Ctrl-C: the first ends the process in order, as without this; one that comes while it is ending ends it at once. */
final class Interruption {
    private static final String NAME = "INT";
    /** 128 and the signal's number, as shells have it. */
    private static final int CODE = 130;

    private Interruption() {
    }

    static void handle(Ending ending) {
        try {
            Signal.handle(new Signal(NAME), signal -> {
                if (ending.begun()) {
                    Runtime.getRuntime().halt(CODE);
                }
                System.exit(CODE);
            });
        } catch (IllegalArgumentException e) {
            // the JVM was told to leave signals alone: then it is ended by whoever said so
        }
    }
}
