package org.thaw.shell.internal.verb;

import java.nio.file.Path;
import org.thaw.report.Reporter;
import org.thaw.shell.internal.console.Console;

/** Makes reports and puts them into words. */
final class Reports {
    private Reports() {
    }

    /** The table, and where the files are. */
    static String make(Reporter reporter, Path experiment, Console console) {
        org.thaw.report.Report report = reporter.report(experiment);
        StringBuilder text = new StringBuilder(report.table().render(console.width(), console.colour()));
        text.append(text.length() > 0 ? "\n" : "").append("report  ").append(console.brief(report.page())).append('\n');
        for (Path file : report.files()) {
            if (!file.equals(report.page()) && file.getParent().equals(report.page().getParent())) {
                text.append("        ").append(console.brief(file)).append('\n');
            }
        }
        return text.toString();
    }
}
