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
 * A pendulum to be swung up and kept upright by a torque too weak to lift it: Gymnasium's Pendulum-v1. Observation {@code F32[3]}: cos θ,
 * sin θ, and the velocity θ' in [−8, 8] rad/s; θ is 0 upright. Action: the torque u [N m], one real number, clipped to [−2, 2]. Each step is
 * 0.05 s and costs θ² + 0.1 θ'² + 0.001 u², with θ in [−π, π) and both as they were before the step. Nothing but the limit of time ends an
 * episode. θ' += (3 g / (2 l) sin θ + 3 / (m l²) u) dt, then θ += θ' dt.
 */
public final class Pendulum extends Plant {
    private static final double SECONDS = 0.05;
    private static final double FASTEST = 8;
    private static final double STRONGEST = 2;
    private static final int ANGLE = 0;
    private static final int SPIN = 1;

    private final Config config;

    /** The system; other numbers than the defaults make another task of it. */
    public record Config(
            @Parameter(value = "steps after which an episode is cut off; 0: never", byDefault = "200", range = "[0,*)", source = "Pendulum-v1") int maxSteps,
            @Parameter(value = "gravity g in m/s²", byDefault = "10", range = "[0,*)", source = "Pendulum-v1") double gravity,
            @Parameter(value = "mass m in kg", byDefault = "1", range = "(0,*)", source = "Pendulum-v1") double mass,
            @Parameter(value = "length l in m", byDefault = "1", range = "(0,*)", source = "Pendulum-v1") double length) {
        public Config {
            Require.notNegative("maxSteps", maxSteps);
            Require.notNegative("gravity", gravity);
            Require.positive("mass", mass);
            Require.positive("length", length);
        }
    }

    /** Makes pendulums. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "pendulum", summary = "Swing a pendulum up by a weak torque and keep it there (Pendulum-v1); real actions",
            source = "OpenAI Gym, Brockman et al. arXiv:1606.01540, 2016" + GYMNASIUM)
    public static final class Factory implements EnvironmentFactory<Config, World> {
        @Override
        public World create(Config configuration, Context context) {
            return new Pendulum(configuration, context);
        }
    }

    Pendulum(Config config, Context context) {
        super(new Signature(Space.Real.of(-FASTEST, FASTEST, 3), Space.Real.of(-STRONGEST, STRONGEST, 1)), 2, config.maxSteps(), context.random("starts"));
        this.config = config;
    }

    @Override
    void start(RandomStream random) {
        state[ANGLE] = uniform(random, -Math.PI, Math.PI);
        state[SPIN] = uniform(random, -1, 1);
    }

    @Override
    double advance(Action action) {
        double torque = clip(action.values()[0], -STRONGEST, STRONGEST);
        double angle = normalised(state[ANGLE]);
        double spin = state[SPIN];
        double cost = angle * angle + 0.1 * (spin * spin) + 0.001 * (torque * torque);
        double length = config.length();
        double turning = 3 * config.gravity() / (2 * length) * StrictMath.sin(state[ANGLE]) + 3.0 / (config.mass() * (length * length)) * torque;
        state[SPIN] = clip(spin + turning * SECONDS, -FASTEST, FASTEST);
        state[ANGLE] += state[SPIN] * SECONDS;
        return -cost;
    }

    /** The angle in [−π, π). */
    static double normalised(double angle) {
        double turn = 2 * Math.PI;
        double rest = (angle + Math.PI) % turn;
        return (rest < 0 ? rest + turn : rest) - Math.PI;
    }

    @Override
    boolean ended() {
        return false;
    }

    @Override
    void observe(float[] out) {
        out[0] = (float) StrictMath.cos(state[ANGLE]);
        out[1] = (float) StrictMath.sin(state[ANGLE]);
        out[2] = (float) state[SPIN];
    }

    @Override
    public Picture draw() {
        Canvas canvas = new Canvas(23, 23, -1.15, -1.15, 0.1);
        // Gymnasium's picture: positive angles to the left
        canvas.line(0, 0, -StrictMath.sin(state[ANGLE]), StrictMath.cos(state[ANGLE]), '*', Canvas.ORANGE);
        canvas.dot(0, 0, 'o', Canvas.WHITE);
        return canvas.picture();
    }
}
