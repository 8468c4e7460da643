package org.thaw.shell.internal.console;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jline.reader.impl.ReaderUtils;

/** Names that somebody may have meant. */
public final class Names {
    private static final int MOST = 12;

    private Names() {
    }

    /** {@code did you mean "x"?}, or which names there are; for the end of a message. */
    public static String hint(String wrong, Collection<String> valid) {
        Optional<String> near = nearest(wrong, valid);
        if (near.isPresent()) {
            return "did you mean \"" + near.get() + "\"?";
        }
        return valid.isEmpty() ? "there is none" : "there is " + String.join(", ", valid.stream().limit(MOST).toList())
                + (valid.size() > MOST ? " and " + (valid.size() - MOST) + " more" : "");
    }

    /** The nearest name, if one is near. */
    public static Optional<String> nearest(String wrong, Collection<String> valid) {
        String word = wrong.toLowerCase(Locale.ROOT);
        return valid.stream().filter(name -> distance(word, name) <= Math.max(1, word.length() / 3)
                        || word.length() > 2 && name.contains(word))
                .min(Comparator.comparingInt((String name) -> distance(word, name)).thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String word, String name) {
        return ReaderUtils.distance(word, name.toLowerCase(Locale.ROOT));
    }
}
