package org.thaw.shell.internal.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;

/** Rows in aligned columns. The last column takes the rest of the width; what does not fit is wrapped within its column. */
public final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST = 8;
    private static final int LAST = 24;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param headings one for each column; all empty for a table without a line of headings */
    public Table(String... headings) {
        this.headings = List.of(headings);
    }

    /** Adds a row: a cell for each heading. */
    public void row(String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + headings.size() + " columns");
        }
        rows.add(Arrays.stream(cells).map(Text::printable).toList());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table, its lines ended by {@code \n}. */
    public String render(int width, boolean colour) {
        int[] widths = fit(IntStream.range(0, headings.size()).map(this::natural).toArray(), width);
        Column[] columns = IntStream.range(0, widths.length)
                .mapToObj(c -> new Column(widths[c] + (c == 0 ? 0 : GAP.length()), c == 0 ? 0 : GAP.length(), Column.Overflow.WRAP)).toArray(Column[]::new);
        Ansi ansi = colour ? Ansi.ON : Ansi.OFF;
        Help.TextTable table = Help.TextTable.forColumns(Help.defaultColorScheme(ansi), columns);
        table.indentWrappedLines = 0;
        if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
            table.addRowValues(texts(ansi, headings, Ansi.Style.faint, Ansi.Style.faint));
        }
        rows.forEach(row -> table.addRowValues(texts(ansi, row, Ansi.Style.bold, Ansi.Style.reset)));
        return table.toString().replace("\r\n", "\n");
    }

    private static Ansi.Text[] texts(Ansi ansi, List<String> cells, Ansi.Style first, Ansi.Style others) {
        // apply() takes the text as it is: no markup in what plugins say
        return IntStream.range(0, cells.size()).mapToObj(c -> c == 0 || others != Ansi.Style.reset
                ? ansi.apply(cells.get(c), List.of(c == 0 ? first : others)) : ansi.apply(cells.get(c), List.of())).toArray(Ansi.Text[]::new);
    }

    private int natural(int column) {
        return Math.max(headings.get(column).length(), rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    /** Narrows the last column first, down to a readable width, then whichever is widest. */
    private static int[] fit(int[] widths, int width) {
        int last = widths.length - 1;
        int available = width - GAP.length() * last;
        int excess = Arrays.stream(widths).sum() - available;
        if (excess > 0) {
            int less = Math.min(excess, Math.max(0, widths[last] - LAST));
            widths[last] -= less;
            excess -= less;
        }
        while (excess-- > 0) {
            int widest = IntStream.range(0, widths.length).reduce((a, b) -> widths[b] > widths[a] ? b : a).orElse(0);
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }
}
