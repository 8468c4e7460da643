package org.thaw.runtime.folder;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text that reads back to the same bits and is the same on every Java version ({@code Double.toString} changed with JDK 19). */
public final class Numbers {
    private Numbers() {
    }

    /** The shortest of the correctly rounded decimals with 1 … 17 digits that reads back as this number. Finite numbers only. */
    public static String format(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return (long) value + ".0";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return text(rounded);
            }
        }
        return text(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    /** The same for a single-precision number: the shortest decimal that reads back as this float. */
    public static String format(float value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7f) {
            return format((double) value);
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 9; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.floatValue() == value) {
                return text(rounded);
            }
        }
        return text(exact.round(new MathContext(9, RoundingMode.HALF_EVEN)));
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toString();
    }
}
