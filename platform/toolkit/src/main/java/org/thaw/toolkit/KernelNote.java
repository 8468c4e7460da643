package org.thaw.toolkit;

import org.thaw.api.Context;
import org.thaw.networks.Kernels;

/** Says in a run's provenance which kernels its networks use, and whether they give up equal bits on every machine. */
public final class KernelNote {
    private static final String KEY = "kernels";

    private KernelNote() {
    }

    /** Notes under {@code kernels} the name of these, such as {@code vector}, or {@code openblas (not reproducible: bits depend on the processor)}. */
    public static void of(Context context, Kernels kernels) {
        context.note(KEY, text(kernels));
    }

    static String text(Kernels kernels) {
        return kernels.name() + (kernels.reproducible() ? "" : " (not reproducible: bits depend on the processor)");
    }
}
