package org.thaw.runtime.toys;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Drawable;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** The corridor with a picture of it: five cells, an @ where its walker is. Without an end, if asked for, the right end is a wall. */
public final class DrawnCorridor implements World, Drawable {
    public record Config(@Parameter(value = "whether episodes end", byDefault = "true") boolean ends,
                         @Parameter(value = "whether it cannot be drawn after all", byDefault = "false") boolean broken) {
    }

    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "drawn-corridor", summary = "Five cells in a row that can be seen.")
    public static final class Factory implements EnvironmentFactory<Config, DrawnCorridor> {
        @Override
        public DrawnCorridor create(Config configuration, Context context) {
            return new DrawnCorridor(configuration, new Corridor(new Corridor.Config(0.1), context.random("slips")));
        }
    }

    private static final int CELLS = 5;
    private static final int WALKER = 0x20c040;
    private final Config config;
    private final Corridor corridor;
    private int cell;

    private DrawnCorridor(Config config, Corridor corridor) {
        this.config = config;
        this.corridor = corridor;
    }

    @Override
    public Picture draw() {
        if (config.broken()) {
            throw new IllegalStateException("out of paint");
        }
        Picture picture = new Picture(1, CELLS);
        picture.paint(0, cell, '@', WALKER);
        return picture;
    }

    @Override
    public Signature signature() {
        return corridor.signature();
    }

    @Override
    public void reset(StepBuffer out) {
        corridor.reset(out);
        cell = out.state();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        if (config.ends() || cell < CELLS - 2 || action.index() == 0) {
            corridor.step(action, out);
        } else {
            out.transition(0);
        }
        cell = out.state();
    }

    @Override
    public void save(StateWriter out) {
        corridor.save(out);
    }

    @Override
    public void restore(StateReader in) {
        corridor.restore(in);
        cell = corridor.cell();
    }
}
