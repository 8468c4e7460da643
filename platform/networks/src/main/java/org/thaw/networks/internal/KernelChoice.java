package org.thaw.networks.internal;

import java.util.Optional;
import org.thaw.networks.Kernels;

/**
 * Chooses kernels. The classes of the Vector API and of OpenBLAS are reached by name only, so that this module also
 * works in a JVM without the incubator module and where the fragment with OpenBLAS is not attached.
 */
public final class KernelChoice {

    private static final String PROPERTY = "thaw.kernels";
    private static final String VECTOR = "org.thaw.networks.internal.VectorKernels";
    private static final String OPENBLAS = "org.thaw.networks.openblas.internal.OpenBlasKernels";

    private KernelChoice() {
    }

    public static Kernels standard() {
        String wanted = System.getProperty(PROPERTY, "");
        if (wanted.isBlank()) {
            return reproducible();
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
            case "openblas" -> openBlas();
            default -> throw new IllegalArgumentException(
                    "no kernels are called '" + name + "'; there are [vector, plain, openblas]");
        };
    }

    private static Kernels reproducible() {
        return vector().orElseGet(PlainKernels::new);
    }

    private static Optional<Kernels> vector() {
        try {
            return Optional.of((Kernels) type(VECTOR).getConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** What OpenBLAS does not do is left to the reproducible kernels, which its class is handed. */
    private static Kernels openBlas() {
        try {
            return (Kernels) type(OPENBLAS).getConstructor(Kernels.class).newInstance(reproducible());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("kernels 'openblas' need org.thaw.networks.openblas and ND4J's bundle beside org.thaw.networks", e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalArgumentException("kernels 'openblas' do not load: " + rootOf(e), e);
        }
    }

    /** By a name that is no constant here: bnd would make the bundle import its package. */
    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }
}
