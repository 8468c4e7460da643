package org.thaw.shell.internal.verb;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An amount of memory as the JVM's options have it: {@code 512m}, {@code 2g}. */
record Memory(int megabytes) {
    private static final int GIGABYTE = 1024;
    private static final int LEAST = 32;

    @Override
    public String toString() {
        return megabytes % GIGABYTE == 0 ? megabytes / GIGABYTE + "g" : megabytes + "m";
    }

    /** For picocli. */
    static final class Reader implements ITypeConverter<Memory> {
        private static final Pattern TEXT = Pattern.compile("(\\d{1,6})([mg])");

        @Override
        public Memory convert(String text) {
            Matcher amount = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
            if (!amount.matches()) {
                throw new TypeConversionException("expected an amount such as 512m or 2g, got \"" + text + "\"");
            }
            int megabytes = Integer.parseInt(amount.group(1)) * (amount.group(2).equals("g") ? GIGABYTE : 1);
            if (megabytes < LEAST) {
                throw new TypeConversionException("expected at least " + LEAST + "m, got \"" + text + "\"");
            }
            return new Memory(megabytes);
        }
    }
}
