package org.thaw.shell.internal.verb;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.thaw.api.Plugin;
import org.thaw.api.environment.TaskStream;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;

/** Which runs of an experiment go on in worlds, so that an episode of theirs may be seen; who learns from a stream of examples lives none. */
final class Lives {
    private final RunningExperiment experiment;
    private final Catalog catalog;

    Lives(RunningExperiment experiment, Catalog catalog) {
        this.experiment = experiment;
        this.catalog = catalog;
    }

    /** The names of those that go on; while none does, of the one that is still to begin, if there is but one. */
    List<String> open() {
        List<RunStatus> open = experiment.runs().stream().filter(run -> !run.state().over()).toList();
        List<RunStatus> begun = open.stream().filter(run -> run.state() != RunStatus.State.PENDING).toList();
        return (begun.isEmpty() && open.size() == 1 ? open : begun).stream().filter(this::mayBeSeen).map(RunStatus::run).toList();
    }

    /** Whether a run is over. */
    boolean over(String run) {
        return experiment.runs().stream().filter(status -> status.run().equals(run)).allMatch(status -> status.state().over());
    }

    /** What cannot be known here is left to the run itself: it says why there is nothing to see. */
    private boolean mayBeSeen(RunStatus run) {
        Set<String> plugins;
        try {
            plugins = new RunFolder(run.folder()).manifest().players().values().stream().map(RunManifest.Player::plugin).collect(Collectors.toSet());
        } catch (RuntimeException e) {
            return true;
        }
        List<PluginEntry> environments = catalog.entries(Plugin.Kind.ENVIRONMENT).stream().filter(entry -> plugins.contains(entry.id())).toList();
        return environments.isEmpty() || environments.stream().anyMatch(entry -> !TaskStream.class.isAssignableFrom(entry.product()));
    }
}
