package org.thaw.environments.grids.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Space;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Drawable;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;

/** A world with the buffers of a host. */
final class Life {
    static final int UP = 0;
    static final int RIGHT = 1;
    static final int DOWN = 2;
    static final int LEFT = 3;
    static final int STAY = 4;

    final HostContext context;
    final World world;
    final StepBuffer out;
    private final Action action;

    <C extends Record> Life(EnvironmentFactory<C, ? extends World> factory, C config) {
        this(factory, config, 1);
    }

    <C extends Record> Life(EnvironmentFactory<C, ? extends World> factory, C config, long seed) {
        context = new HostContext(seed);
        world = factory.create(config, context);
        out = new StepBuffer(world.signature());
        action = new Action(world.signature());
    }

    int reset() {
        world.reset(out);
        return seen();
    }

    int step(int choice) {
        action.set(choice);
        world.step(action, out);
        return seen();
    }

    /** The number observed; that of the lit pixel if it is a picture. */
    private int seen() {
        if (world.signature().input() instanceof Space.Categorical) {
            return out.state();
        }
        int lit = -1;
        float[] pixels = out.observation().floats();
        for (int i = 0; i < pixels.length; i++) {
            assertTrue(pixels[i] == 0 || pixels[i] == 1 && lit < 0, "more than one pixel lit");
            lit = pixels[i] == 1 ? i : lit;
        }
        return lit;
    }

    /** Takes these steps and returns what they earned together. */
    double earn(int... choices) {
        double sum = 0;
        for (int choice : choices) {
            step(choice);
            sum += out.reward();
        }
        return sum;
    }

    String outcome() {
        return out.kind() + " " + out.reward() + " " + out.discount();
    }

    List<String> wander(HostStream choices, int steps) {
        List<String> lived = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            if (out.isLast()) {
                lived.add("reset " + reset());
            } else {
                lived.add(step(choices.nextInt(world.signature().choices())) + " " + outcome());
            }
        }
        return lived;
    }

    /** The picture as text, row by row. */
    List<String> picture() {
        Picture picture = ((Drawable) world).draw();
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < picture.rows(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < picture.columns(); column++) {
                line.append(picture.symbol(row, column));
            }
            rows.add(line.toString());
        }
        return rows;
    }
}
