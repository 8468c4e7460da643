package org.thaw.networks.internal;

import java.util.Optional;
import org.thaw.networks.Kernels;

/**
 * Chooses kernels. The Vector-API class is reached by name only, so that this module also works in a JVM without the
 * incubator module.
 */
public final class KernelChoice {

    private static final String PROPERTY = "thaw.kernels";
    private static final String VECTOR = "org.thaw.networks.internal.VectorKernels";

    private KernelChoice() {
    }

    public static Kernels standard() {
        String wanted = System.getProperty(PROPERTY, "");
        if (wanted.isBlank()) {
            return vector().orElseGet(PlainKernels::new);
        }
        try {
            return named(wanted);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("system property " + PROPERTY + ": " + e.getMessage(), e);
        }
    }

    public static Kernels named(String name) {
        return switch (name) {
            case "plain" -> new PlainKernels();
            case "vector" -> vector().orElseThrow(() -> new IllegalArgumentException(
                    "kernels 'vector' need a JVM started with --add-modules jdk.incubator.vector"));
            default -> throw new IllegalArgumentException(
                    "no kernels are called '" + name + "'; there are [vector, plain]");
        };
    }

    private static Optional<Kernels> vector() {
        try {
            return Optional.of((Kernels) Class.forName(VECTOR).getConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }
}
