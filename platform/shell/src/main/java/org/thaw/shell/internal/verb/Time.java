package org.thaw.shell.internal.verb;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as people type it: {@code 30s}, {@code 10m}, {@code 1.5h}, {@code 2d}, or as ISO 8601 has it, {@code PT30S}. */
record Time(Duration duration) {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|min|h|d)");

    /** As short as can be: {@code 90s}, {@code 1h}. */
    @Override
    public String toString() {
        long millis = duration.toMillis();
        for (Unit unit : Unit.values()) {
            if (millis % unit.millis == 0) {
                return millis / unit.millis + unit.name().toLowerCase(Locale.ROOT);
            }
        }
        return duration.toString();
    }

    private enum Unit {
        D(86_400_000), H(3_600_000), M(60_000), S(1000), MS(1);

        private final long millis;

        Unit(long millis) {
            this.millis = millis;
        }

        static Unit of(String name) {
            return valueOf(name.equals("min") ? "M" : name.toUpperCase(Locale.ROOT));
        }
    }

    /** For picocli. */
    static final class Reader implements ITypeConverter<Time> {
        @Override
        public Time convert(String text) {
            Duration duration = duration(text.strip().toLowerCase(Locale.ROOT));
            if (duration.isZero() || duration.isNegative()) {
                throw new TypeConversionException("expected more than no time, got \"" + text + "\"");
            }
            return new Time(duration);
        }

        private static Duration duration(String text) {
            Matcher brief = SHORT.matcher(text);
            if (brief.matches()) {
                return Duration.ofMillis(Math.round(Double.parseDouble(brief.group(1)) * Unit.of(brief.group(2)).millis));
            }
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("expected a time such as 30s, 10m, 2h, 1d or PT30S, got \"" + text + "\"");
            }
        }
    }
}
