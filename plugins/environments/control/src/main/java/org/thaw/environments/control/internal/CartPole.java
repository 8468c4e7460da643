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
 * A pole on a cart that is pushed to the left (action 0) or to the right (1): Gymnasium's CartPole-v1. Observation {@code F32[4]}: the cart's
 * position x [m] and velocity, the pole's angle θ from upright [rad] and its velocity. Each step is 0.02 s of Euler's method and earns 1, the
 * last one too; the episode ends beyond 2.4 m or 12°. With F = ±force, M the mass of both, m the pole's and l half its length:
 *
 * <pre>
 *   u  = (F + m l θ'² sin θ) / M
 *   θ'' = (g sin θ − u cos θ) / (l (4/3 − m cos² θ / M))
 *   x'' = u − m l θ'' cos θ / M
 * </pre>
 */
public final class CartPole extends Plant {
    private static final double SECONDS = 0.02;
    private static final double FARTHEST = 2.4;
    private static final double STEEPEST = 12 * 2 * Math.PI / 360;
    private static final double START = 0.05;
    private static final int X = 0;
    private static final int VELOCITY = 1;
    private static final int ANGLE = 2;
    private static final int SPIN = 3;

    private final Config config;
    private final double mass;
    private final double moment;

    /** The system; other numbers than the defaults make another task of it. */
    public record Config(
            @Parameter(value = "steps after which an episode is cut off; 0: never", byDefault = "500", range = "[0,*)", source = "CartPole-v1") int maxSteps,
            @Parameter(value = "gravity g in m/s²", byDefault = "9.8", range = "[0,*)", source = "Barto et al. 1983") double gravity,
            @Parameter(value = "half the pole's length l in m", byDefault = "0.5", range = "(0,*)", source = "Barto et al. 1983") double halfLength,
            @Parameter(value = "the pole's mass m in kg; the cart weighs 1 kg", byDefault = "0.1", range = "(0,*)", source = "Barto et al. 1983") double poleMass,
            @Parameter(value = "force of a push in N", byDefault = "10", range = "(0,*)", source = "Barto et al. 1983") double force) {
        public Config {
            Require.notNegative("maxSteps", maxSteps);
            Require.notNegative("gravity", gravity);
            Require.positive("halfLength", halfLength);
            Require.positive("poleMass", poleMass);
            Require.positive("force", force);
        }
    }

    /** Makes carts with poles. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "cart-pole", summary = "Keep a pole upright by pushing its cart left and right (CartPole-v1)",
            source = "Barto, Sutton, Anderson: Neuronlike adaptive elements that can solve difficult learning control problems. IEEE SMC 1983" + GYMNASIUM)
    public static final class Factory implements EnvironmentFactory<Config, World> {
        @Override
        public World create(Config configuration, Context context) {
            return new CartPole(configuration, context);
        }
    }

    CartPole(Config config, Context context) {
        super(new Signature(Space.Real.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 4), new Space.Categorical(2)), 4, config.maxSteps(),
                context.random("starts"));
        this.config = config;
        this.mass = config.poleMass() + 1;
        this.moment = config.poleMass() * config.halfLength();
    }

    @Override
    void start(RandomStream random) {
        for (int i = 0; i < state.length; i++) {
            state[i] = uniform(random, -START, START);
        }
    }

    @Override
    double advance(Action action) {
        double force = action.index() == 1 ? config.force() : -config.force();
        double cos = StrictMath.cos(state[ANGLE]);
        double sin = StrictMath.sin(state[ANGLE]);
        double push = (force + moment * (state[SPIN] * state[SPIN]) * sin) / mass;
        double turning = (config.gravity() * sin - cos * push) / (config.halfLength() * (4.0 / 3.0 - config.poleMass() * (cos * cos) / mass));
        double acceleration = push - moment * turning * cos / mass;
        state[X] += SECONDS * state[VELOCITY];
        state[VELOCITY] += SECONDS * acceleration;
        state[ANGLE] += SECONDS * state[SPIN];
        state[SPIN] += SECONDS * turning;
        return 1;
    }

    @Override
    boolean ended() {
        return Math.abs(state[X]) > FARTHEST || Math.abs(state[ANGLE]) > STEEPEST;
    }

    @Override
    void observe(float[] out) {
        for (int i = 0; i < state.length; i++) {
            out[i] = (float) state[i];
        }
    }

    @Override
    public Picture draw() {
        Canvas canvas = new Canvas(14, 49, -2.45, -0.2, 0.1);
        canvas.line(-FARTHEST, -0.15, FARTHEST, -0.15, '-', Canvas.GREY);
        canvas.line(state[X], 0, state[X] + StrictMath.sin(state[ANGLE]), StrictMath.cos(state[ANGLE]), '|', Canvas.ORANGE);
        canvas.line(state[X] - 0.2, -0.05, state[X] + 0.2, -0.05, '#', Canvas.WHITE);
        return canvas.picture();
    }
}
