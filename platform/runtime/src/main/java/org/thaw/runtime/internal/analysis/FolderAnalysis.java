package org.thaw.runtime.internal.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Inspector;
import org.thaw.runtime.analysis.Analysis;
import org.thaw.runtime.analysis.ExperimentFindings;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.internal.experiment.Reading;
import org.thaw.runtime.internal.experiment.Readings;
import org.thaw.runtime.internal.fault.Guard;

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
        List<Reading> readings = readings(experiment, asked, problems);
        if (readings.isEmpty()) {
            return new ExperimentFindings(Map.of(), RunFindings.empty(), problems);
        }
        List<Binding> metrics = readings.stream().map(Reading::binding).filter(reading -> reading.plugin().kind() == Plugin.Kind.METRIC).toList();
        Map<String, RunFindings> found = new LinkedHashMap<>();
        CollectedFindings summaries = new CollectedFindings();
        try (Leases leases = new Leases()) {
            readings.forEach(reading -> leases.all.add(catalog.lease(reading.binding().plugin())));
            List<FolderView> runs = measure(experiment, readings, metrics, found, problems);
            for (Reading reading : readings) {
                if (reading.binding().plugin().kind() == Plugin.Kind.SUMMARY) {
                    Summarising.summarise(reading, runs, summaries, problems);
                }
            }
        }
        return new ExperimentFindings(found, summaries.all(), problems);
    }

    /** A summary of the file may have gone from the laboratory since. */
    private List<Reading> readings(Path experiment, List<String> asked, List<String> problems) {
        Readings readings = new Readings(catalog);
        List<Reading> all = new ArrayList<>();
        try {
            all.addAll(readings.named(experiment, problems::add));
        } catch (BadInputException e) {
            problems.add(e.getMessage());
        }
        all.addAll(readings.of(asked));
        return all;
    }

    /**
     * Reads each run that is done to its end and that anybody sees, once for all metrics; returns those that are whole, so that no summary is blamed for a damaged
     * file that it was shown.
     */
    private static List<FolderView> measure(Path experiment, List<Reading> readings, List<Binding> metrics, Map<String, RunFindings> found, List<String> problems) {
        List<FolderView> runs = new ArrayList<>();
        List<Binding> silent = new ArrayList<>(metrics);
        for (RunFolder run : new ExperimentFolder(experiment).runs()) {
            try {
                Optional<FolderView> view = view(run, readings);
                if (view.isPresent()) {
                    List<Measuring> all = measured(run, metrics);
                    CollectedFindings together = new CollectedFindings();
                    for (Measuring each : all) {
                        each.fault().ifPresentOrElse(fault -> problems.add(run.name() + ": " + fault.getMessage()), () -> together.add(each.found()));
                        if (each.fault().isPresent() || !nothing(each.found())) {
                            silent.removeIf(metric -> metric == each.binding()); // equals of a plugin's record would keep its class loader
                        }
                    }
                    if (!metrics.isEmpty()) {
                        found.put(run.name(), together.all());
                    }
                    runs.add(view.get());
                }
            } catch (RuntimeException e) {
                problems.add(run.name() + ": unreadable: " + e.getMessage());
            }
        }
        if (!runs.isEmpty()) {
            silent.forEach(metric -> problems.add(silence(metric)));
        }
        return runs;
    }

    /** Empty if it is not done, or nobody sees it: then its findings are not read. */
    private static Optional<FolderView> view(RunFolder run, List<Reading> readings) {
        if (run.end().filter(RunEnd::done).isEmpty()) {
            return Optional.empty();
        }
        RunManifest manifest = run.manifest();
        return readings.stream().anyMatch(reading -> reading.sees(manifest)) ? Optional.of(new FolderView(run, manifest, run.findings())) : Optional.empty();
    }

    private static List<Measuring> measured(RunFolder run, List<Binding> metrics) {
        List<Measuring> all = metrics.stream().map(Measuring::new).toList();
        run.forEachEvent(event -> all.forEach(each -> each.on(event)));
        // kept apart, since clocks differ from run to run
        run.timings().forEach(event -> all.forEach(each -> each.on(event)));
        all.forEach(Measuring::report);
        return all;
    }

    private static boolean nothing(RunFindings found) {
        return found.scalars().isEmpty() && found.series().isEmpty() && found.matrices().isEmpty();
    }

    private static String silence(Binding metric) {
        return "metric " + metric.name() + " found nothing in what these runs logged"
                + (Measuring.metric(metric, new Guard(metric.plugin().label())) instanceof Inspector ? "; it looks into learners while they run: list it in the experiment" : "");
    }

    /** Keeps the plugins there while they are asked. */
    private static final class Leases implements AutoCloseable {
        private final List<AutoCloseable> all = new ArrayList<>();

        @Override
        public void close() {
            for (AutoCloseable lease : all) {
                try {
                    lease.close();
                } catch (Exception e) {
                    throw new IllegalStateException("a lease cannot be given back: " + e.getMessage(), e);
                }
            }
        }
    }
}
