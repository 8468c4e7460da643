package org.thaw.shell.internal.gogo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gogo hands over objects; verbs take words. {@code hidden=[4,4]} arrives as the word {@code hidden=} and a list, and becomes one word again.
 * Lists that stand alone are files that a pattern matched: each becomes a word.
 */
final class Words {
    private Words() {
    }

    static List<String> of(List<?> arguments) {
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            int last = words.size() - 1;
            boolean value = argument instanceof Collection || argument instanceof Map;
            if (value && last >= 0 && words.get(last).endsWith("=") && words.get(last).length() > 1) {
                words.set(last, words.get(last) + text(argument));
            } else if (argument instanceof Collection<?> files) {
                files.forEach(file -> words.add(text(file)));
            } else {
                words.add(text(argument));
            }
        }
        return words;
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> list) {
            return "[" + list(list) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(entry -> text(entry.getKey()) + ":" + text(entry.getValue())).collect(Collectors.joining(",", "{", "}"));
        }
        return String.valueOf(value);
    }

    /** Gogo separates by spaces and leaves commas in the elements. */
    private static String list(Collection<?> elements) {
        StringBuilder text = new StringBuilder();
        for (Object element : elements) {
            String next = text(element);
            boolean separated = text.length() == 0 || text.charAt(text.length() - 1) == ',' || next.startsWith(",");
            text.append(separated ? "" : ",").append(next);
        }
        return text.toString();
    }
}
