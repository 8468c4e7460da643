package org.thaw.deployer;

import java.util.List;
import java.util.Objects;
import org.thaw.api.Plugin;
import org.thaw.api.Privilege;
import org.thaw.api.StateId;

/**
 * One plugin that a jar offers, as its manifest announces it. The components are those of {@link Plugin}.
 *
 * @param kind      what the factory makes
 * @param id        the stable name that experiment files use
 * @param summary   one sentence, may be empty
 * @param source    what to cite, may be empty
 * @param state     the format of what it saves
 * @param accepts   formats besides its own that it can restore
 * @param privilege what it must see beyond the ordinary view
 * @param factory   the binary name of the factory class
 */
public record Offer(Plugin.Kind kind, String id, String summary, String source, StateId state, List<StateId> accepts, Privilege privilege,
                    String factory) {
    public Offer {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(state, "state");
        accepts = List.copyOf(accepts);
        Objects.requireNonNull(privilege, "privilege");
        Objects.requireNonNull(factory, "factory");
    }
}
