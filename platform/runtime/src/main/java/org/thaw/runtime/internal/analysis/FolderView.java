package org.thaw.runtime.internal.analysis;

import java.util.OptionalDouble;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.RunView;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunManifest;

/** A run as summaries see it. The findings of all runs are in memory; the events are read each time, so that they need not be. */
record FolderView(RunFolder folder, RunManifest manifest, RunFindings findings) implements RunView {
    @Override
    public String learner() {
        return manifest.learner();
    }

    @Override
    public String environment() {
        return manifest.environment();
    }

    @Override
    public long seed() {
        return manifest.seed();
    }

    @Override
    public OptionalDouble scalar(String role, String metric) {
        return findings.scalar(role, metric);
    }

    @Override
    public Iterable<Event> events() {
        return folder.events();
    }
}
