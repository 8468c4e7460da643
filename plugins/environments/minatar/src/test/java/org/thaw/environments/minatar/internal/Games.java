package org.thaw.environments.minatar.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/** The five plugins, under the names that the traces use. */
final class Games {
    static final Map<String, EnvironmentFactory<MinAtar.Config, World>> FACTORIES = new LinkedHashMap<>();

    static {
        FACTORIES.put("breakout", new Breakout.Factory());
        FACTORIES.put("asterix", new Asterix.Factory());
        FACTORIES.put("freeway", new Freeway.Factory());
        FACTORIES.put("seaquest", new Seaquest.Factory());
        FACTORIES.put("space_invaders", new SpaceInvaders.Factory());
    }

    private Games() {
    }
}
