package org.thaw.environments.streams.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.TaskStream;

/**
 * SEA concepts: three inputs, uniform in [0, 10]; the class is 1 where x₁ + x₂ ≤ θ, else 0; the third input says nothing. The threshold θ is the
 * concept. As published: 50,000 examples, four concepts, 10% of noise.
 */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "sea", summary = "SEA: a stream of two classes whose threshold jumps",
        source = "Street, Kim: A streaming ensemble algorithm (SEA) for large-scale classification. KDD 2001")
public final class Sea implements EnvironmentFactory<Sea.Config, TaskStream> {
    private static final int INPUTS = 3;
    private static final double HIGH = 10;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "length of the stream", byDefault = "50000", range = "[1,*)", source = "Street and Kim 2001") int examples,
            @Parameter(value = "examples that test each stretch", byDefault = "2500", range = "[1,*)", source = "Street and Kim 2001") int testExamples,
            @Parameter(value = "thresholds θ of the concepts, which recur in turn", byDefault = "[8,9,7,9.5]", range = "[0,20]",
                    source = "Street and Kim 2001") List<Double> thresholds,
            @Parameter(value = "examples from one drift to the next; 0: no drift", byDefault = "12500", range = "[0,*)", source = "Street and Kim 2001") int period,
            @Parameter(value = "examples that a change takes, w; 0: abrupt", byDefault = "0", range = "[0,*)") int width,
            @Parameter(value = "share of examples with the other class", byDefault = "0.1", range = "[0,1]", source = "Street and Kim 2001") double noise) {
        public Config {
            thresholds = List.copyOf(thresholds);
            if (thresholds.isEmpty()) {
                throw new IllegalArgumentException("thresholds is empty; expected one for each concept");
            }
        }
    }

    @Override
    public TaskStream create(Config c, Context context) {
        Signature signature = new Signature(Space.Real.of(0, HIGH, INPUTS), new Space.Categorical(2));
        Drift drift = new Drift(c.period(), c.width(), c.thresholds().size());
        return new DriftingStream(signature, (concept, time, draws, x, at) -> draw(c.thresholds().get(concept), draws, x, at),
                new DriftingStream.Length(c.examples(), c.testExamples()), drift, c.noise(), context);
    }

    private static int draw(double threshold, Draws draws, float[] x, int at) {
        for (int i = 0; i < INPUTS; i++) {
            x[at + i] = (float) (HIGH * draws.nextDouble());
        }
        return x[at] + x[at + 1] <= threshold ? 1 : 0;
    }
}
