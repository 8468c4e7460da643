package org.thaw.deployer.internal;

import org.thaw.deployer.Problem;

/** A jar cannot be deployed. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedException(Problem.Type type, String sentence) {
        super(sentence);
        this.problem = new Problem(type, sentence);
    }

    Problem problem() {
        return problem;
    }
}
