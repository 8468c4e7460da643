package org.thaw.tck.proof;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Spec;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** Any world with discrete actions, its actions renamed: what is called a here is permutation[a] there. Legal moves are renamed with them. */
final class PermutedActions implements World {
    record Config(@Parameter("the world within") Spec world) {
    }

    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "permuted-actions", summary = "Renames the actions of a world.")
    public static final class Factory implements EnvironmentFactory<Config, PermutedActions> {
        @Override
        public PermutedActions create(Config configuration, Context context) {
            World inner = context.environment("world", configuration.world(), World.class);
            return new PermutedActions(inner, context.random("permutation", 0).permutation(inner.signature().choices()));
        }
    }

    private final World inner;
    private final int[] permutation;
    private final Action action;
    private final StepBuffer step;

    PermutedActions(World inner, int... permutation) {
        this.inner = inner;
        this.permutation = permutation;
        this.action = new Action(inner.signature());
        this.step = new StepBuffer(inner.signature());
    }

    @Override
    public Signature signature() {
        return inner.signature();
    }

    @Override
    public void reset(StepBuffer out) {
        inner.reset(step);
        pass(out);
    }

    @Override
    public void step(Action chosen, StepBuffer out) {
        action.set(permutation[chosen.index()]);
        inner.step(action, step);
        pass(out);
    }

    private void pass(StepBuffer out) {
        out.observation().copyFrom(step.observation());
        out.outcomeFrom(step);
        for (int a = 0; a < permutation.length; a++) {
            out.legal()[a] = step.legal()[permutation[a]];
        }
    }

    @Override
    public void save(StateWriter out) {
        out.part("world", inner);
    }

    @Override
    public void restore(StateReader in) {
        in.part("world", inner);
    }

    @Override
    public void close() {
        inner.close();
    }
}
