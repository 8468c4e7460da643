package org.thaw.runtime.internal.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The valid name that somebody may have meant. */
public final class Nearest {
    private Nearest() {
    }

    /** The name with the least Levenshtein distance, if it is near enough to be worth a hint. */
    public static Optional<String> of(String wrong, Collection<String> valid) {
        return valid.stream()
                .filter(name -> distance(wrong, name) <= Math.max(2, Math.max(wrong.length(), name.length()) / 3) || name.contains(wrong) && wrong.length() > 2)
                .min(Comparator.comparingInt((String name) -> distance(wrong, name)).thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ; did you mean "x"?}, or which names there are. */
    public static String hint(String wrong, Collection<String> valid) {
        String all = valid.isEmpty() ? "there are none" : "there are: " + String.join(", ", valid);
        return of(wrong, valid).map(name -> "did you mean \"" + name + "\"? (" + all + ")").orElse(all);
    }

    private static int distance(String a, String b) {
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substitution = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
