package org.thaw.networks;

/** Powers with whole exponents, as corrections of running means need them at every step. */
public final class Power {
    private Power() {
    }

    /**
     * {@code base} to the {@code exponent}, by repeated squaring: the same bits everywhere, and no memory, which StrictMath.pow of JDK 17 takes.
     *
     * @param exponent from 0
     */
    public static double of(double base, long exponent) {
        double result = 1;
        double square = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }
}
