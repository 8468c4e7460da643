package org.thaw.shell.internal.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words for people. */
public final class Text {
    private static final int FEW = 3;

    private Text() {
    }

    /** Without what could disturb a terminal: plugins and files can hold anything. Lines and tabs become spaces. */
    public static String printable(String text) {
        return text.replaceAll("\\s+", " ").strip().replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    /** {@code 1 run}, {@code 2 runs}. */
    public static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** {@code a, b, c and 4 more}. */
    public static String few(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(FEW, names.size()))) + (names.size() > FEW ? " and " + (names.size() - FEW) + " more" : "");
    }

    /** {@code 0.4 s}, {@code 42 s}, {@code 3 min 05 s}, {@code 2 h 07 min}. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }

    /** An accuracy or a return: three decimals, fewer for large numbers. */
    public static String score(double score) {
        return String.format(Locale.ROOT, Math.abs(score) < 100 ? "%.3f" : "%.1f", score);
    }

    /** In lines of at most so many characters; words longer than that stay whole. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Cut to a length, with an ellipsis. */
    public static String cut(String text, int length) {
        return text.length() <= length ? text : length < 1 ? "" : text.substring(0, length - 1) + "…";
    }
}
