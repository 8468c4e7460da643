package org.thaw.shell.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.thaw.deployer.Deployer;
import org.thaw.report.Reporter;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.experiment.ExperimentReader;
import org.thaw.runtime.run.Laboratory;

/** What the verbs work with. */
@Component(service = Services.class)
public final class Services {
    private final Catalog catalog;
    private final ExperimentReader reader;
    private final Laboratory laboratory;
    private final Reporter reporter;
    private final Deployer deployer;

    @Activate
    public Services(@Reference Catalog catalog, @Reference ExperimentReader reader, @Reference Laboratory laboratory, @Reference Reporter reporter,
                    @Reference Deployer deployer) {
        this.catalog = catalog;
        this.reader = reader;
        this.laboratory = laboratory;
        this.reporter = reporter;
        this.deployer = deployer;
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

    public Deployer deployer() {
        return deployer;
    }
}
