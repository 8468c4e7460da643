package org.thaw.report.internal.table;

import java.util.ArrayList;
import java.util.List;
import org.thaw.report.ResultTable;

/** Lays a {@link ResultTable} out in characters. */
public final class TableText {
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";
    private static final String GAP = "  ";

    private final int width;
    private final boolean ansi;

    public TableText(int width, boolean ansi) {
        this.width = width;
        this.ansi = ansi;
    }

    /** The whole table. */
    public String render(ResultTable table) {
        StringBuilder out = new StringBuilder();
        for (ResultTable.Part part : table.parts()) {
            part(part, out);
            out.append('\n');
        }
        for (String note : table.notes()) {
            for (String line : wrap(printable(note))) {
                out.append(line).append('\n');
            }
        }
        return out.toString();
    }

    private void part(ResultTable.Part part, StringBuilder out) {
        List<Integer> widths = widths(part);
        int shown = fitting(widths);
        if (!part.title().isEmpty()) {
            out.append(styled(BOLD, printable(part.title()))).append('\n');
        }
        out.append(" ".repeat(widths.get(0)));
        for (int c = 0; c < shown; c++) {
            out.append(GAP).append(right(part.columns().get(c), widths.get(c + 1)));
        }
        out.append('\n');
        for (ResultTable.Line line : part.lines()) {
            String label = label(line);
            out.append(line.twin() ? styled(DIM, label) : label).append(" ".repeat(widths.get(0) - label.length()));
            for (int c = 0; c < shown; c++) {
                ResultTable.Cell cell = line.cells().get(c);
                String text = cell.text().isEmpty() ? "" : cell.best() ? styled(BOLD, cell.text()) : line.twin() ? styled(DIM, cell.text()) : cell.text();
                out.append(GAP).append(" ".repeat(widths.get(c + 1) - cell.text().length())).append(text);
            }
            out.append('\n');
        }
        int hidden = part.columns().size() - shown;
        if (hidden > 0) {
            out.append("(").append(hidden).append(hidden == 1 ? " more column" : " more columns").append(" in a wider terminal and in the report)\n");
        }
    }

    private static List<Integer> widths(ResultTable.Part part) {
        List<Integer> widths = new ArrayList<>();
        widths.add(part.lines().stream().mapToInt(line -> label(line).length()).max().orElse(0));
        for (int c = 0; c < part.columns().size(); c++) {
            int column = c;
            widths.add(Math.max(part.columns().get(c).length(), part.lines().stream().mapToInt(line -> line.cells().get(column).text().length()).max().orElse(0)));
        }
        return widths;
    }

    /** How many columns fit; one at least. */
    private int fitting(List<Integer> widths) {
        int used = widths.get(0);
        int shown = 0;
        while (shown < widths.size() - 1 && (used + GAP.length() + widths.get(shown + 1) <= width || shown == 0)) {
            used += GAP.length() + widths.get(shown + 1);
            shown++;
        }
        return shown;
    }

    private static String label(ResultTable.Line line) {
        return (line.twin() ? "  " : "") + printable(line.name()) + (line.mark().isEmpty() ? "" : " [" + line.mark() + "]");
    }

    private List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append("  ");
            } else if (line.length() > 0) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Messages come from plugins: no control characters reach the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private String styled(String style, String text) {
        return ansi ? style + text + PLAIN : text;
    }
}
