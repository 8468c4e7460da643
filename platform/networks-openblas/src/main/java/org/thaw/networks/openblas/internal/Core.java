package org.thaw.networks.openblas.internal;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** The set of loops that OpenBLAS has chosen for this processor, known from a pointer of its own that names it. */
final class Core {

    private Core() {
    }

    /**
     * Refuses OpenBLAS where it does not know the processor, as it does not know those newer than itself: it then takes loops of 2004, several times
     * slower than ours.
     *
     * @throws IllegalStateException with what helps
     */
    static void check() {
        Pointer chosen = Loader.addressof("gotoblas");
        Pointer oldest = Loader.addressof("gotoblas_PRESCOTT");
        // builds for one processor have neither
        if (chosen != null && oldest != null && new PointerPointer<>(chosen).get().address() == oldest.address()) {
            throw new IllegalStateException("OpenBLAS does not know this processor, or was told so, and uses its slowest loops (Prescott): set the environment variable "
                    + "OPENBLAS_CORETYPE before the start, to SkylakeX for a processor with AVX-512, to Haswell for one with AVX2");
        }
    }
}
