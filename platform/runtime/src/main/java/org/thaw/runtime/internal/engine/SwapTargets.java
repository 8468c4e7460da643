package org.thaw.runtime.internal.engine;

import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.run.SwapRequest;

/** Says which exact jar a swap means: a run in another process knows jars by their hash alone, and the newest is the newest now. */
final class SwapTargets {
    private final Catalog catalog;

    SwapTargets(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @throws org.thaw.runtime.catalog.UnknownPluginException if there is no such learner */
    SwapRequest exactly(SwapRequest request) {
        if (request.learner().contains(Replacements.EXACTLY)) {
            return request;
        }
        PluginEntry entry = catalog.find(Plugin.Kind.LEARNER, request.learner());
        return new SwapRequest(request.role(), entry.id() + Replacements.EXACTLY + entry.sha256(), request.carry(), request.at(), request.twin(), request.with());
    }
}
