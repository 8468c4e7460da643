package org.thaw.report;

import java.util.List;
import org.thaw.report.internal.table.TableText;

/**
 * The results for a terminal: a part for each summary that has verdicts, then one for each environment, a line for each learner, a column for each main metric.
 *
 * @param parts verdicts first, then one for each environment
 * @param notes lines for below: how to read it, and every run that failed or is unfinished
 */
public record ResultTable(List<Part> parts, List<String> notes) {
    public ResultTable {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /**
     * The learners in one environment, or what was claimed about them.
     *
     * @param columns headings of the cells, the most important first
     */
    public record Part(String title, List<String> columns, List<Line> lines) {
        public Part {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A learner, or a twin of the learner above it.
     *
     * @param mark  what the learner may see beyond its current task's data, {@code ALL_DATA}; else empty
     * @param cells one for each column
     */
    public record Line(String name, boolean twin, String mark, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A number with its interval.
     *
     * @param text {@code 91.3 ± 0.8}; empty where undefined
     * @param best whether no comparable learner is better
     */
    public record Cell(String text, boolean best) {
    }

    /**
     * As text, its lines ended by {@code \n}. Columns that do not fit are left out from the right, and a line says so.
     *
     * @param width characters per line
     * @param ansi  whether the terminal understands escape sequences: the best in bold, twins dimmed
     */
    public String render(int width, boolean ansi) {
        return new TableText(width, ansi).render(this);
    }
}
