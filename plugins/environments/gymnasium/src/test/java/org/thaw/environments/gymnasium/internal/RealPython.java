package org.thaw.environments.gymnasium.internal;

import java.io.IOException;
import org.thaw.tck.python.PythonPackages;

/** A Python with Gymnasium and Atari's games. */
final class RealPython {
    private static final PythonPackages PACKAGES = new PythonPackages("gymnasium", "the real Gymnasium", "gymnasium==1.4.0", "ale-py==0.12.1", "numpy==2.4.6");

    private RealPython() {
    }

    /** The interpreter's path; skips the test where it cannot be had. */
    static String installed() throws IOException, InterruptedException {
        return PACKAGES.interpreter().toString();
    }
}
