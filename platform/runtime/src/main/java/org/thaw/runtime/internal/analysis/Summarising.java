package org.thaw.runtime.internal.analysis;

import java.util.List;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;
import org.thaw.runtime.internal.experiment.Reading;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.fault.RunException;

/** One summary at work on those runs that it sees; it reads no file but their events. */
final class Summarising {
    private Summarising() {
    }

    @SuppressWarnings("unchecked")
    static void summarise(Reading reading, List<FolderView> runs, CollectedFindings out, List<String> problems) {
        var plugin = reading.binding().plugin();
        Guard guard = new Guard(plugin.label());
        CollectedFindings found = new CollectedFindings();
        try {
            Summary summary = guard.get("create", () -> ((SummaryFactory<Record>) plugin.factory()).create(reading.binding().configuration()));
            runs.stream().filter(view -> reading.sees(view.manifest())).forEach(view -> guard.run("on", () -> summary.on(view)));
            guard.run("report", () -> summary.report(found));
            out.add(found.all(), reading::role);
        } catch (RunException e) {
            problems.add(e.getMessage());
        }
    }
}
