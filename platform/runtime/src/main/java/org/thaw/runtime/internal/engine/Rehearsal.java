package org.thaw.runtime.internal.engine;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.thaw.api.Signature;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.context.DataFiles;
import org.thaw.runtime.internal.context.PinnedPlugins;
import org.thaw.runtime.internal.context.RunContext;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.fault.Calls;
import org.thaw.runtime.internal.random.Streams;
import org.thaw.runtime.internal.state.Snapshot;
import org.thaw.runtime.run.SwapRequest;

/**
 * Makes the learner of a swap once beforehand, beside the run: its jar is installed and its classes are loaded while the old learner still goes on, so that the run
 * stands still for no longer than it must. What goes wrong here goes wrong again at the swap, where it is answered.
 */
final class Rehearsal {
    private final PinnedPlugins plugins;
    private final DataFiles data;
    private final Supplier<Path> scratch;

    Rehearsal(PinnedPlugins plugins, DataFiles data, Supplier<Path> scratch) {
        this.plugins = plugins;
        this.data = data;
        this.scratch = scratch;
    }

    void carryOut(SwapRequest request, Player player) {
        Binding binding = new Replacements(plugins).find(request, player.binding());
        carryOut(binding, player.signature());
    }

    private void carryOut(Binding binding, Signature signature) {
        try (RunServices services = new RunServices(plugins, data, line -> {
        }, () -> {
        }, scratch.get(), new Calls());
                GuardedLearner learner = new GuardedLearner(binding, signature, services.guard(binding),
                        new RunContext(services, new Streams(0, "rehearsal"), "rehearsal", (name, value) -> {
                        }))) {
            Snapshot state = learner.snapshot();
            learner.restore(state::restore);
        }
    }
}
