package org.thaw.environments.control.internal;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.World;

/**
 * Two hanging links, driven at the joint between them, to be swung up until the tip is one length above the fixed end: Gymnasium's Acrobot-v1.
 * Observation {@code F32[6]}: cos θ₁, sin θ₁, cos θ₂, sin θ₂, θ₁' in [−4π, 4π], θ₂' in [−9π, 9π] rad/s; θ₁ is 0 hanging down, θ₂ is the second
 * link's angle to the first. Actions: a torque of −1, 0, 1 N m. Each step is 0.2 s of one Runge–Kutta step of fourth order ({@link Links}) and
 * costs 1, but for the one that reaches the height −cos θ₁ − cos(θ₁ + θ₂) &gt; 1 and ends the episode.
 */
public final class Acrobot extends Plant {
    private static final double SECONDS = 0.2;
    private static final double FASTEST_1 = 4 * Math.PI;
    private static final double FASTEST_2 = 9 * Math.PI;
    private static final double START = 0.1;

    private final Links links;

    /** The system; other numbers than the defaults make another task of it. */
    public record Config(
            @Parameter(value = "steps after which an episode is cut off; 0: never", byDefault = "500", range = "[0,*)", source = "Acrobot-v1") int maxSteps,
            @Parameter(value = "gravity g in m/s²", byDefault = "9.8", range = "[0,*)", source = "Sutton 1996") double gravity,
            @Parameter(value = "mass of the second link in kg; the first weighs 1 kg", byDefault = "1", range = "(0,*)", source = "Sutton 1996") double secondMass) {
        public Config {
            Require.notNegative("maxSteps", maxSteps);
            Require.notNegative("gravity", gravity);
            Require.positive("secondMass", secondMass);
        }
    }

    /** Makes acrobots. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "acrobot", summary = "Swing a chain of two links up by the joint between them (Acrobot-v1)",
            source = "Sutton: Generalization in reinforcement learning: successful examples using sparse coarse coding. NIPS 1996" + GYMNASIUM)
    public static final class Factory implements EnvironmentFactory<Config, World> {
        @Override
        public World create(Config configuration, Context context) {
            return new Acrobot(configuration, context);
        }
    }

    Acrobot(Config config, Context context) {
        super(new Signature(Space.Real.of((float) -FASTEST_2, (float) FASTEST_2, 6), new Space.Categorical(3)), 4, config.maxSteps(), context.random("starts"));
        links = new Links(config.gravity(), config.secondMass());
    }

    @Override
    void start(RandomStream random) {
        for (int i = 0; i < state.length; i++) {
            // Gymnasium rounds first states, and these alone, to single precision
            state[i] = (float) uniform(random, -START, START);
        }
    }

    @Override
    double advance(Action action) {
        links.move(state, action.index() - 1, SECONDS);
        state[0] = wrapped(state[0]);
        state[1] = wrapped(state[1]);
        state[2] = clip(state[2], -FASTEST_1, FASTEST_1);
        state[3] = clip(state[3], -FASTEST_2, FASTEST_2);
        return ended() ? 0 : -1;
    }

    private static double wrapped(double angle) {
        // exact, as taking off one turn after another is, and no slower for a system that spins without measure
        return StrictMath.IEEEremainder(angle, 2 * Math.PI);
    }

    @Override
    boolean ended() {
        return -StrictMath.cos(state[0]) - StrictMath.cos(state[1] + state[0]) > 1;
    }

    @Override
    void observe(float[] out) {
        for (int link = 0; link < 2; link++) {
            out[2 * link] = (float) StrictMath.cos(state[link]);
            out[2 * link + 1] = (float) StrictMath.sin(state[link]);
            out[4 + link] = (float) state[2 + link];
        }
    }

    @Override
    public Picture draw() {
        Canvas canvas = new Canvas(29, 29, -2.175, -2.175, 0.15);
        double x = StrictMath.sin(state[0]);
        double y = -StrictMath.cos(state[0]);
        canvas.line(-2, 1, 2, 1, '-', Canvas.GREY);
        canvas.line(0, 0, x, y, '*', Canvas.BLUE);
        canvas.line(x, y, x + StrictMath.sin(state[0] + state[1]), y - StrictMath.cos(state[0] + state[1]), '*', Canvas.ORANGE);
        canvas.dot(0, 0, 'o', Canvas.WHITE);
        return canvas.picture();
    }
}
