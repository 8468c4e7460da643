package org.thaw.nd4j.internal;

/** Why ND4J cannot be used in this process: one sentence that says what is wrong, where, and what would be right. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String sentence) {
        super(sentence);
    }

    /** The fault is kept as suppressed, so that who prints the deepest cause prints the sentence. */
    RefusedException(String sentence, Throwable fault) {
        super(sentence);
        addSuppressed(fault);
    }
}
