package org.thaw.report;

import java.nio.file.Path;
import java.util.List;

/**
 * A report that was made.
 *
 * @param page  {@code report.html}
 * @param files all files written, the page among them
 * @param table the results for a terminal
 */
public record Report(Path page, List<Path> files, ResultTable table) {
    public Report {
        files = List.copyOf(files);
    }
}
