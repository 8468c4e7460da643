package org.thaw.runtime.internal.catalog;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Version;
import org.thaw.api.Plugin;
import org.thaw.api.Privilege;
import org.thaw.api.StateId;
import org.thaw.runtime.catalog.PluginEntry;

/** Makes catalog entries. */
public final class Entries {
    private Entries() {
    }

    /** From what a manifest announces. */
    static PluginEntry of(Plugin.Kind kind, String id, String version, String bundle, String sha256, String summary, String source, String state,
                          List<String> accepts, Privilege privilege, Object factory) {
        Version.parseVersion(version); // refused here rather than whenever plugins are compared
        FactoryTypes types = FactoryTypes.of(kind, factory);
        List<StateId> states = new ArrayList<>();
        states.add(StateId.parse(state.isEmpty() ? id.replace('/', '-') : state));
        accepts.forEach(each -> states.add(StateId.parse(each)));
        return new PluginEntry(kind, id, version, bundle, sha256, summary, source, states, privilege, factory, types.configuration(), types.product());
    }

    /** From a factory on the class path, for tests and tools without a framework. */
    public static PluginEntry of(Object factory) {
        Plugin plugin = factory.getClass().getAnnotation(Plugin.class);
        if (plugin == null) {
            throw new IllegalArgumentException(factory.getClass().getName() + " is not annotated with @Plugin");
        }
        return of(plugin.kind(), plugin.id(), "0.0.0", "classpath", "0".repeat(64), plugin.summary(), plugin.source(), plugin.state(), List.of(plugin.accepts()),
                plugin.privilege(), factory);
    }
}
