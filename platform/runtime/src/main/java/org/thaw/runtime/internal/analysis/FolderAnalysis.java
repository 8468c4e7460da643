package org.thaw.runtime.internal.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Inspector;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;
import org.thaw.runtime.analysis.Analysis;
import org.thaw.runtime.analysis.ExperimentFindings;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.experiment.Readings;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.fault.RunException;

/** Reads the folders of runs again. What one plugin or one folder spoils is told, and costs the others nothing. */
@Component
public final class FolderAnalysis implements Analysis {
    private final Catalog catalog;

    @Activate
    public FolderAnalysis(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public ExperimentFindings analyse(Path experiment, List<String> asked) {
        List<String> problems = new ArrayList<>();
        List<Binding> readings = readings(experiment, asked, problems);
        if (readings.isEmpty()) {
            return new ExperimentFindings(Map.of(), RunFindings.empty(), problems);
        }
        List<RunFolder> runs = done(experiment, problems);
        Map<String, CollectedFindings> byRun = new LinkedHashMap<>();
        CollectedFindings summaries = new CollectedFindings();
        for (Binding reading : readings) {
            try (Lease lease = new Lease(catalog.lease(reading.plugin()))) {
                if (reading.plugin().kind() == Plugin.Kind.METRIC) {
                    measure(reading, runs, byRun, problems);
                } else {
                    summarise(reading, runs, summaries);
                }
            } catch (RunException e) {
                problems.add(e.getMessage());
            }
        }
        Map<String, RunFindings> found = new LinkedHashMap<>();
        byRun.forEach((run, findings) -> found.put(run, findings.all()));
        return new ExperimentFindings(found, summaries.all(), problems);
    }

    /** A summary of the file may have gone from the laboratory since. */
    private List<Binding> readings(Path experiment, List<String> asked, List<String> problems) {
        Readings readings = new Readings(catalog);
        List<Binding> all = new ArrayList<>();
        try {
            all.addAll(readings.named(experiment));
        } catch (BadInputException e) {
            problems.add(e.getMessage());
        }
        all.addAll(readings.of(asked));
        return all;
    }

    /** The runs that are done and whole: read to their end once, so that no plugin is blamed for a damaged file that it was shown. */
    private static List<RunFolder> done(Path experiment, List<String> problems) {
        List<RunFolder> runs = new ArrayList<>();
        for (RunFolder run : new ExperimentFolder(experiment).runs()) {
            try {
                if (run.end().filter(RunEnd::done).isPresent()) {
                    run.manifest();
                    run.findings();
                    run.forEachEvent(event -> {
                    });
                    run.timings();
                    runs.add(run);
                }
            } catch (RuntimeException e) {
                problems.add(run.name() + ": unreadable: " + e.getMessage());
            }
        }
        return runs;
    }

    private static void measure(Binding reading, List<RunFolder> runs, Map<String, CollectedFindings> byRun, List<String> problems) {
        boolean silent = !runs.isEmpty();
        for (RunFolder run : runs) {
            CollectedFindings of = byRun.computeIfAbsent(run.name(), name -> new CollectedFindings());
            try {
                RunFindings found = measure(reading, run);
                silent &= nothing(found);
                of.add(found);
            } catch (RunException e) {
                silent = false;
                problems.add(run.name() + ": " + e.getMessage());
            }
        }
        if (silent) {
            problems.add("metric " + reading.name() + " found nothing in what these runs logged"
                    + (metric(reading, guard(reading)) instanceof Inspector ? "; it looks into learners while they run: list it in the experiment" : ""));
        }
    }

    private static RunFindings measure(Binding reading, RunFolder run) {
        Guard guard = guard(reading);
        Metric metric = metric(reading, guard);
        run.forEachEvent(event -> guard.run("on", () -> metric.on(event)));
        // kept apart, since clocks differ from run to run
        run.timings().forEach(event -> guard.run("on", () -> metric.on(event)));
        CollectedFindings found = new CollectedFindings();
        guard.run("report", () -> metric.report(found));
        return found.all();
    }

    private static boolean nothing(RunFindings found) {
        return found.scalars().isEmpty() && found.series().isEmpty() && found.matrices().isEmpty();
    }

    private static Guard guard(Binding reading) {
        return new Guard(reading.plugin().label());
    }

    @SuppressWarnings("unchecked")
    private static Metric metric(Binding reading, Guard guard) {
        return guard.get("create", () -> ((MetricFactory<Record>) reading.plugin().factory()).create(reading.configuration()));
    }

    @SuppressWarnings("unchecked")
    private static void summarise(Binding reading, List<RunFolder> runs, CollectedFindings out) {
        Guard guard = guard(reading);
        Summary summary = guard.get("create", () -> ((SummaryFactory<Record>) reading.plugin().factory()).create(reading.configuration()));
        runs.forEach(run -> guard.run("on", () -> summary.on(new FolderView(run))));
        CollectedFindings found = new CollectedFindings();
        guard.run("report", () -> summary.report(found));
        out.add(found.all());
    }

    /** A lease that is given back without a word. */
    private record Lease(AutoCloseable lease) implements AutoCloseable {
        @Override
        public void close() {
            try {
                lease.close();
            } catch (Exception e) {
                throw new IllegalStateException("a lease cannot be given back: " + e.getMessage(), e);
            }
        }
    }
}
