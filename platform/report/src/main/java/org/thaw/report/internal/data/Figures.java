package org.thaw.report.internal.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.thaw.runtime.folder.Numbers;

/** Numbers as people read them. Undefined ones are the empty text. */
public final class Figures {
    private static final MathContext TEN_DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);

    private static final List<String> THOUSANDS = List.of("", "k", "M", "G", "T");

    private Figures() {
    }

    /** For files: ten significant digits, beyond which a mean holds nothing but rounding errors. */
    public static String exact(double value) {
        return Double.isFinite(value) ? Numbers.format(tenDigits(value)) : "";
    }

    /** Rounded to ten significant digits. */
    public static double tenDigits(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(TEN_DIGITS).doubleValue() : value;
    }

    /** A metric's value: {@code 91.3} percent for a share, else four digits. */
    public static String value(MetricKind kind, double value) {
        return kind.fraction() ? percent(value) : number(value);
    }

    /** {@code 91.3 ± 0.8}; without the second part where there is no interval. */
    public static String interval(MetricKind kind, Estimate estimate) {
        String mean = mean(kind, estimate);
        return alike(estimate) ? mean : mean + " ± " + (kind.fraction() ? percent(estimate.half()) : places(estimate.half(), decimals(estimate)));
    }

    /** The mean, as exact as its interval allows. */
    public static String mean(MetricKind kind, Estimate estimate) {
        return kind.fraction() || alike(estimate) ? value(kind, estimate.mean()) : places(estimate.mean(), decimals(estimate));
    }

    /** {@code 90.5 … 92.1}; empty where there is no interval. */
    public static String range(MetricKind kind, Estimate estimate) {
        if (alike(estimate)) {
            return "";
        }
        return kind.fraction() ? percent(estimate.low()) + " … " + percent(estimate.high())
                : places(estimate.low(), decimals(estimate)) + " … " + places(estimate.high(), decimals(estimate));
    }

    /** Four significant digits at most, without zeros at the end: {@code 0.5}. */
    public static String brief(double value) {
        String text = number(value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** {@code 0.61 (0.46 … 0.75)}, all with as many places as two digits of half the interval take; four digits where there is none. */
    public static String interval(double value, double low, double high) {
        double half = (high - low) / 2;
        if (!(half > Math.abs(value) * 1e-9) || !Double.isFinite(half)) {
            return brief(value);
        }
        int decimals = Math.max(0, Math.min(8, 2 - magnitude(half)));
        return places(value, decimals) + " (" + places(low, decimals) + " … " + places(high, decimals) + ")";
    }

    /** One seed, or all seeds alike: an interval of rounding errors says nothing. */
    private static boolean alike(Estimate estimate) {
        return Double.isNaN(estimate.half()) || estimate.half() <= Math.abs(estimate.mean()) * 1e-9;
    }

    /** As many places as two digits of the half-width take. */
    private static int decimals(Estimate estimate) {
        return Math.max(0, Math.min(8, 2 - magnitude(estimate.half())));
    }

    /** A share in percent, one decimal, without the sign. */
    public static String percent(double share) {
        return places(share * 100, 1);
    }

    /** Four significant digits, whole numbers grouped: {@code 12,000}, {@code 3.142}, {@code 0.001235}. */
    public static String number(double value) {
        return places(value, decimals(value));
    }

    /** {@code 1.2 MB}. */
    public static String bytes(double bytes) {
        return scaled(bytes, "B");
    }

    /** Floating-point operations: {@code 1.92 MFLOP}. */
    public static String operations(double flops) {
        return scaled(flops, "FLOP");
    }

    private static String scaled(double value, String unit) {
        if (!Double.isFinite(value)) {
            return "";
        }
        int thousands = 0;
        double rest = value;
        while (rest >= 1000 && thousands < THOUSANDS.size() - 1) {
            rest /= 1000;
            thousands++;
        }
        return (thousands == 0 ? places(rest, 0) : places(rest, rest < 10 ? 2 : 1)) + " " + THOUSANDS.get(thousands) + unit;
    }

    private static int decimals(double value) {
        if (!Double.isFinite(value) || value == 0 || value == Math.rint(value)) {
            return 0;
        }
        return Math.max(0, Math.min(8, 4 - magnitude(value)));
    }

    /** How many digits stand before the point: 3 for 123, 0 for 0.1, −1 for 0.01. */
    private static int magnitude(double value) {
        BigDecimal exact = new BigDecimal(value);
        return exact.precision() - exact.scale();
    }

    private static String places(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        String text = rounded.abs().toPlainString();
        int dot = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        StringBuilder grouped = new StringBuilder(text);
        for (int at = dot - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return (rounded.signum() < 0 ? "−" : "") + grouped;
    }
}
