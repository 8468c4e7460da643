package org.thaw.shell.internal.progress;

import java.util.function.Function;
import org.thaw.api.Plugin;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.environment.World;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.run.RunStatus;
import org.thaw.shell.internal.console.Text;

/** Puts a run's latest score into words: task streams are scored by accuracy, worlds by return. */
public final class Scores implements Function<RunStatus, String> {
    private final Catalog catalog;

    public Scores(Catalog catalog) {
        this.catalog = catalog;
    }

    /** {@code accuracy 0.931}; empty before the first evaluation. */
    @Override
    public String apply(RunStatus run) {
        return run.score().isPresent() ? name(run.environment()) + " " + Text.score(run.score().getAsDouble()) : "";
    }

    private String name(String environment) {
        return catalog.entries(Plugin.Kind.ENVIRONMENT).stream().filter(entry -> entry.id().equals(environment)).findFirst().map(PluginEntry::product)
                .map(product -> TaskStream.class.isAssignableFrom(product) ? "accuracy" : World.class.isAssignableFrom(product) ? "return" : "score").orElse("score");
    }
}
