package org.thaw.environments.wrappers.internal;

import java.util.List;
import java.util.Map;
import org.thaw.api.Context;
import org.thaw.api.Spec;
import org.thaw.api.environment.World;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostContext.Plugins;

/** A host that knows toys to wrap, and wrappers for them to nest. */
final class Toys {
    private static final Plugins PLUGINS = new Plugins(Map.of(), Map.of(
            "image", (spec, context) -> Toy.image(context),
            "bytes", (spec, context) -> Toy.bytes(context),
            "numbered", (spec, context) -> Toy.numbered(context),
            "seen", (spec, context) -> new Toy.Seen(context),
            "rotated-observations", (spec, context) -> new RotatedObservations().create(new RotatedObservations.Config(of(spec), 1), context),
            "permuted-actions", (spec, context) -> new PermutedActions().create(new PermutedActions.Config(of(spec), List.of(1, 2, 0), 0), context),
            "permuted-observations", (spec, context) -> new PermutedObservations().create(new PermutedObservations.Config(of(spec), List.of(), 5), context),
            "one-hot", (spec, context) -> new OneHot().create(new OneHot.Config(of(spec), List.of()), context)));

    private Toys() {
    }

    static HostContext host(long seed) {
        return new HostContext(seed, PLUGINS);
    }

    private static Spec of(Spec spec) {
        return (Spec) spec.with().get("of");
    }

    /** A wrapper around another plugin. */
    static Spec around(String wrapper, Spec of) {
        return new Spec(wrapper, Map.of("of", of));
    }

    static World make(Context context, Spec spec) {
        return context.environment("environment", spec, World.class);
    }
}
