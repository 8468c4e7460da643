package org.thaw.shell.internal.verb;

import java.nio.file.Path;
import java.util.List;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Text;

/** Makes reports and puts them into words. */
final class Reports {
    private Reports() {
    }

    /** What is said meanwhile. */
    static String beingMade(String experiment, int runs) {
        return "thaw: the report of " + Text.printable(experiment) + " is being made from " + Text.count(runs, "run");
    }

    /**
     * The table, and where the files are.
     *
     * @param asked metrics and summaries to compute besides what the runs and the experiment's file name
     */
    static String make(Services services, Path experiment, List<String> asked, Console console) {
        org.thaw.report.Report report = services.reporter().report(experiment, services.analysis().analyse(experiment, asked));
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
