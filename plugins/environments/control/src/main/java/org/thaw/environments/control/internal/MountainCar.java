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
 * A car in a valley, too weak to climb out at once: Gymnasium's MountainCar-v0. Observation {@code F32[2]}: position x in [−1.2, 0.6] and
 * velocity v in [−0.07, 0.07]. Actions: 0 push left, 1 nothing, 2 push right. Each step costs 1; the episode ends at x ≥ 0.5. The hills are
 * sin 3x high, so v += force (a − 1) − gravity cos 3x, then x += v; the left end is a wall that takes all speed away.
 */
public final class MountainCar extends Plant {
    private static final double LEFT = -1.2;
    private static final double RIGHT = 0.6;
    private static final double FASTEST = 0.07;
    private static final double GOAL = 0.5;
    private static final int X = 0;
    private static final int VELOCITY = 1;

    private final Config config;

    /** The system; other numbers than the defaults make another task of it. */
    public record Config(
            @Parameter(value = "steps after which an episode is cut off; 0: never", byDefault = "200", range = "[0,*)", source = "MountainCar-v0") int maxSteps,
            @Parameter(value = "speed that a push adds", byDefault = "0.001", range = "(0,*)", source = "Moore 1990; Sutton and Barto 2018, example 10.1") double force,
            @Parameter(value = "speed that the steepest slope adds", byDefault = "0.0025", range = "[0,*)",
                    source = "Moore 1990; Sutton and Barto 2018, example 10.1") double gravity) {
        public Config {
            Require.notNegative("maxSteps", maxSteps);
            Require.positive("force", force);
            Require.notNegative("gravity", gravity);
        }
    }

    /** Makes cars in valleys. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "mountain-car", summary = "Swing a weak car out of a valley (MountainCar-v0)",
            source = "Moore: Efficient memory-based learning for robot control. PhD thesis, Cambridge, 1990" + GYMNASIUM)
    public static final class Factory implements EnvironmentFactory<Config, World> {
        @Override
        public World create(Config configuration, Context context) {
            return new MountainCar(configuration, context);
        }
    }

    MountainCar(Config config, Context context) {
        // bounds as they are in single precision
        super(new Signature(Space.Real.of((float) LEFT, (float) RIGHT, 2), new Space.Categorical(3)), 2, config.maxSteps(), context.random("starts"));
        this.config = config;
    }

    @Override
    void start(RandomStream random) {
        state[X] = uniform(random, -0.6, -0.4);
        state[VELOCITY] = 0;
    }

    @Override
    double advance(Action action) {
        double velocity = state[VELOCITY] + ((action.index() - 1) * config.force() + StrictMath.cos(3 * state[X]) * -config.gravity());
        velocity = clip(velocity, -FASTEST, FASTEST);
        double x = clip(state[X] + velocity, LEFT, RIGHT);
        state[X] = x;
        state[VELOCITY] = x == LEFT && velocity < 0 ? 0 : velocity;
        return -1;
    }

    @Override
    boolean ended() {
        return state[X] >= GOAL && state[VELOCITY] >= 0;
    }

    @Override
    void observe(float[] out) {
        out[X] = (float) state[X];
        out[VELOCITY] = (float) state[VELOCITY];
    }

    @Override
    public Picture draw() {
        Canvas canvas = new Canvas(22, 37, LEFT - 0.025, -1.05, 0.05);
        for (double x = LEFT; x <= RIGHT; x += 0.01) {
            // heights halved, to keep the picture low
            canvas.dot(x, StrictMath.sin(3 * x) / 2 - 0.5, '.', Canvas.GREY);
        }
        canvas.dot(GOAL, StrictMath.sin(3 * GOAL) / 2 - 0.4, 'F', Canvas.ORANGE);
        canvas.dot(state[X], StrictMath.sin(3 * state[X]) / 2 - 0.45, 'o', Canvas.WHITE);
        return canvas.picture();
    }
}
