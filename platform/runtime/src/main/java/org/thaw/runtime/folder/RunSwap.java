package org.thaw.runtime.folder;

import com.google.gson.JsonObject;
import org.thaw.runtime.experiment.Binding;

/**
 * A change of a learner while its run went on.
 *
 * @param step    the step of learning from which on the new one learned
 * @param from    the old one, {@code id@version sha256}
 * @param to      the new one
 * @param carried whether it took over what the old one had learned
 * @param twin    whether a copy of the old one went on beside it
 * @param planned whether the plan or a resumption wanted it, rather than a person who waited for it
 * @param name    what the new one is called
 * @param with    its configuration, complete
 */
public record RunSwap(String role, long step, String from, String to, boolean carried, boolean twin, boolean planned, String name, String plugin, String version,
                      String sha256, JsonObject with) {
    public RunSwap {
        if (role == null || from == null || to == null || plugin == null || sha256 == null || with == null) {
            throw new IllegalArgumentException("expected the fields role, step, from, to, plugin, sha256 and with of a swap");
        }
    }

    /** A swap to a plugin as it is bound. */
    public static RunSwap of(String role, long step, String from, String to, boolean carried, boolean twin, boolean planned, Binding binding) {
        var plugin = binding.plugin();
        return new RunSwap(role, step, from, to, carried, twin, planned, binding.name(), plugin.id(), plugin.version(), plugin.sha256(), binding.json());
    }
}
