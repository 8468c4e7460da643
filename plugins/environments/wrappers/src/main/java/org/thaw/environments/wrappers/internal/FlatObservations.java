package org.thaw.environments.wrappers.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Space;
import org.thaw.api.Spec;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/** A world whose observations are made vectors, row by row: so that worlds of different rank can share one agent. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "flat-observations", summary = "A world whose observations are made vectors")
public final class FlatObservations implements EnvironmentFactory<FlatObservations.Config, World> {
    /** Which world. */
    public record Config(@Parameter("the world to see; with real observations") Spec of) {
    }

    @Override
    public World create(Config configuration, Context context) {
        return Inner.wrapped(context, configuration.of(), inner -> {
            Space.Real seen = inner.realObservations();
            Space.Real shown = new Space.Real(seen.type(), List.of(seen.size()), seen.low(), seen.high());
            return new Rearranged(inner, shown, IntStream.range(0, seen.size()).toArray());
        });
    }
}
