package org.thaw.shell.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.thaw.control.Hosts;
import org.thaw.deployer.Deployer;
import org.thaw.report.Reporter;
import org.thaw.runtime.analysis.Analysis;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.experiment.ExperimentReader;
import org.thaw.runtime.run.Laboratory;
import org.thaw.runtime.run.RunningExperiment;

/** What the verbs work with. */
@Component(service = Services.class)
public final class Services {
    private final Catalog catalog;
    private final ExperimentReader reader;
    private final Laboratory laboratory;
    private final Reporter reporter;
    private final Analysis analysis;
    private final Deployer deployer;
    private final StopRuns stopper;
    /** None or one: without it the verbs reach what this host runs. */
    @Reference
    private volatile List<Hosts> hosts = List.of();

    @Activate
    public Services(@Reference Catalog catalog, @Reference ExperimentReader reader, @Reference Laboratory laboratory, @Reference Reporter reporter,
                    @Reference Analysis analysis, @Reference Deployer deployer, @Reference StopRuns stopper) {
        this.catalog = catalog;
        this.reader = reader;
        this.laboratory = laboratory;
        this.reporter = reporter;
        this.analysis = analysis;
        this.deployer = deployer;
        this.stopper = stopper;
    }

    /** The same, with other hosts in reach. */
    public Services(Services services, Hosts hosts) {
        this(services.catalog, services.reader, services.laboratory, services.reporter, services.analysis, services.deployer, services.stopper);
        this.hosts = List.of(hosts);
    }

    public Catalog catalog() {
        return catalog;
    }

    public ExperimentReader reader() {
        return reader;
    }

    public Laboratory laboratory() {
        return laboratory;
    }

    public Reporter reporter() {
        return reporter;
    }

    /** Metrics and summaries of runs that are done. */
    public Analysis analysis() {
        return analysis;
    }

    public Deployer deployer() {
        return deployer;
    }

    /** What other hosts of this user have under way. */
    public List<RunningExperiment> elsewhere() {
        return hosts.stream().flatMap(each -> each.running().stream()).toList();
    }

    /** What another host runs in a folder. */
    public Optional<RunningExperiment> elsewhere(Path folder) {
        return hosts.stream().flatMap(each -> each.running(folder).stream()).findFirst();
    }

    /** Whether this host is being ended. */
    public boolean stopping() {
        return stopper.stopping();
    }
}
