package org.thaw.shell.internal.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.thaw.runtime.run.RunStatus;
import org.thaw.shell.internal.console.Text;

/** Lays out the live display: a line for each run under way, and one for all. */
final class Block {
    private static final int SHORTEST_BAR = 8;
    private static final int LONGEST_BAR = 30;
    private static final int LONGEST_NAME = 40;
    private static final int GAPS = 8;
    private static final int PERCENT = 4;
    private static final AttributedStyle GREEN = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();

    private record Row(String name, double fraction, String what, String score, String left) {
    }

    private final Function<RunStatus, String> scores;
    private final Estimates estimates;
    private final boolean colour;

    Block(Function<RunStatus, String> scores, Estimates estimates, boolean colour) {
        this.scores = scores;
        this.estimates = estimates;
        this.colour = colour;
    }

    /** Lines that stay within the width, no more than the height allows. */
    List<AttributedString> render(List<RunStatus> runs, int width, int height) {
        List<Row> rows = new ArrayList<>();
        List<RunStatus> running = runs.stream().filter(run -> run.state() == RunStatus.State.RUNNING || run.state() == RunStatus.State.PAUSED).toList();
        int most = Math.max(1, height - 2);
        running.stream().limit(running.size() > most ? most - 1 : most).map(this::row).forEach(rows::add);
        if (running.size() > rows.size()) {
            rows.add(new Row("and " + Text.count(running.size() - rows.size(), "more run"), -1, "", "", ""));
        }
        if (runs.size() > 1) {
            rows.add(total(runs));
        }
        return lines(rows, width - 1);
    }

    private Row row(RunStatus run) {
        String what = run.state() == RunStatus.State.PAUSED ? "paused" : Text.printable(run.phase());
        return new Row(run.run(), run.fraction(), what, scores.apply(run), estimates.left(run).map(time -> Text.duration(time) + " left").orElse(""));
    }

    private Row total(List<RunStatus> runs) {
        long over = runs.stream().filter(run -> run.state().over()).count();
        long failed = runs.stream().filter(run -> run.state() == RunStatus.State.FAILED).count();
        String counts = over + " of " + Text.count(runs.size(), "run") + (failed > 0 ? ", " + failed + " failed" : "");
        return new Row("all", Estimates.fraction(runs), counts, "", estimates.left(runs).map(time -> Text.duration(time) + " left").orElse(""));
    }

    private List<AttributedString> lines(List<Row> rows, int width) {
        int name = Math.min(LONGEST_NAME, longest(rows, Row::name));
        int what = longest(rows, Row::what);
        int score = longest(rows, Row::score);
        int left = longest(rows, Row::left);
        int free = width - name - what - score - left - PERCENT - GAPS;
        int bar = Math.max(SHORTEST_BAR, Math.min(LONGEST_BAR, free));
        int shortWhat = Math.max(0, what + Math.min(0, free - bar));
        return rows.stream().map(row -> {
            AttributedStringBuilder line = new AttributedStringBuilder();
            line.append(pad(Text.cut(row.name(), name), name)).append("  ");
            bar(line, row.fraction(), bar);
            line.append("  ").append(pad(Text.cut(row.what(), shortWhat), shortWhat)).append("  ").append(pad(row.score(), score)).append("  ").append(row.left());
            AttributedString whole = line.toAttributedString();
            return whole.columnSubSequence(0, Math.min(width, whole.columnLength()));
        }).toList();
    }

    private void bar(AttributedStringBuilder line, double fraction, int length) {
        if (fraction < 0) {
            line.append(" ".repeat(length + 1 + PERCENT));
            return;
        }
        int full = (int) Math.floor(length * Math.min(1, fraction));
        line.append("━".repeat(full), colour ? GREEN : AttributedStyle.DEFAULT);
        line.append("╌".repeat(length - full), colour ? FAINT : AttributedStyle.DEFAULT);
        line.append(String.format(Locale.ROOT, " %3d%%", (int) Math.floor(100 * Math.min(1, fraction))));
    }

    private static int longest(List<Row> rows, Function<Row, String> cell) {
        return rows.stream().mapToInt(row -> cell.apply(row).length()).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
