package org.thaw.environments.wrappers.internal;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Spec;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** A world whose episodes are cut off after so many steps: the last step is a truncation, unless the world itself ends the episode in that very step. */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "time-limit", summary = "A world with episodes of limited length",
        source = "Pardo, Tavakoli, Levdik, Kormushev: Time limits in reinforcement learning. ICML 2018")
public final class TimeLimit implements EnvironmentFactory<TimeLimit.Config, World> {
    /** Which world and how long. */
    public record Config(
            @Parameter("the world whose episodes are limited") Spec of,
            @Parameter(value = "steps after which an episode is cut off", range = "[1,*)") int steps) {
        public Config {
            if (steps < 1) {
                throw new IllegalArgumentException("steps: " + steps + ", expected a whole number from 1");
            }
        }
    }

    @Override
    public World create(Config configuration, Context context) {
        return Inner.wrapped(context, configuration.of(), inner -> new Limited(inner, configuration.steps()));
    }

    /** How long the present episode is. */
    public record Elapsed(int steps) {
    }

    static final class Limited extends Wrapper {
        private final int limit;
        private int steps;

        Limited(Inner inner, int limit) {
            super(inner);
            this.limit = limit;
        }

        @Override
        public void reset(StepBuffer out) {
            steps = 0;
            inner.reset(out);
        }

        @Override
        public void step(Action action, StepBuffer out) {
            inner.step(action, out);
            if (++steps == limit && !out.isLast()) {
                out.truncation(out.reward());
            }
        }

        @Override
        public void save(StateWriter out) {
            super.save(out);
            out.record(StateKind.MEMORY, "elapsed", new Elapsed(steps));
        }

        @Override
        public void restore(StateReader in) {
            super.restore(in);
            Elapsed elapsed = in.record("elapsed", Elapsed.class);
            if (elapsed.steps() < 0 || elapsed.steps() > limit) {
                throw new IllegalArgumentException("elapsed: " + elapsed.steps() + " steps, expected 0 to " + limit);
            }
            steps = elapsed.steps();
        }
    }
}
