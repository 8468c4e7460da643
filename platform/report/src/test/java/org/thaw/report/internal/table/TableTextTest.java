package org.thaw.report.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.report.ResultTable;
import org.thaw.report.ResultTable.Cell;
import org.thaw.report.ResultTable.Line;
import org.thaw.report.ResultTable.Part;

class TableTextTest {
    private static final ResultTable TABLE = new ResultTable(List.of(new Part("p on w", List.of("ACC %", "BWT %"), List.of(
            new Line("ewc", false, "", List.of(new Cell("91.3 ± 0.8", true), new Cell("−2.0", false))),
            new Line("joint", false, "ALL_DATA", List.of(new Cell("95.0 ± 0.1", false), new Cell("", false)))))), List.of("a note"));

    @Test
    void columnsStandUnderTheirHeadings() {
        assertEquals("""
                p on w
                                       ACC %  BWT %
                ewc               91.3 ± 0.8   −2.0
                joint [ALL_DATA]  95.0 ± 0.1      \s

                a note
                """, TABLE.render(80, false));
    }

    @Test
    void theBestIsBoldOnTerminalsThatUnderstandIt() {
        assertTrue(TABLE.render(80, true).contains("\u001b[1m91.3 ± 0.8\u001b[0m"));
        assertFalse(TABLE.render(80, false).contains("\u001b"));
    }

    @Test
    void columnsThatDoNotFitAreLeftOutAndThatIsSaid() {
        String narrow = TABLE.render(30, false);
        assertFalse(narrow.contains("BWT"));
        assertTrue(narrow.contains("(1 more column in a wider terminal and in the report)"));
    }

    @Test
    void controlCharactersOfAMessageDoNotReachTheTerminal() {
        String text = new ResultTable(List.of(), List.of("x failed: \u001b[2Jboo")).render(80, true);
        assertFalse(text.contains("\u001b"), text);
    }
}
