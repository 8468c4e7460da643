package org.thaw.runtime.catalog;

import java.util.List;
import java.util.Locale;
import org.thaw.api.Plugin;
import org.thaw.api.Privilege;
import org.thaw.api.StateId;

/**
 * One plugin in one version.
 *
 * @param version       of its bundle
 * @param bundle        symbolic name of its bundle
 * @param sha256        of its jar; lower-case hex
 * @param accepts       state formats it can restore, its own first
 * @param factory       the factory, of the interface that belongs to the kind
 * @param configuration the configuration record
 * @param product       what the factory makes, as far as its declaration says
 */
public record PluginEntry(Plugin.Kind kind, String id, String version, String bundle, String sha256, String summary, String source,
                          List<StateId> accepts, Privilege privilege, Object factory, Class<? extends Record> configuration, Class<?> product) {
    public PluginEntry {
        accepts = List.copyOf(accepts);
    }

    /** The format of the state that it writes. */
    public StateId state() {
        return accepts.get(0);
    }

    /** {@code learner finetune@0.1.0}: for messages. */
    public String label() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + id + "@" + version;
    }

    /** Its hyperparameters. */
    public List<ParameterInfo> parameters() {
        return ParameterInfo.of(configuration);
    }
}
