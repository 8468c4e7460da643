package org.thaw.environments.streams.internal;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.TaskStream;

/**
 * Rotating hyperplane: inputs uniform in [0, 1]<sup>d</sup>; the class is 1 where Σ aᵢ xᵢ ≥ ½ Σ aᵢ, so that the two are about equally frequent. It turns
 * because the first k of the weights aᵢ change at each example, by {@code turn}/N, and after every N examples each turns back with some probability.
 * A concept has weights of its own, drawn from [0, 1]; drift to another concept comes on top of the turning.
 */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "rotating-hyperplane", summary = "Two classes divided by a plane that turns all the time, or jumps",
        source = "Hulten, Spencer, Domingos: Mining time-changing data streams. KDD 2001; Wang, Fan, Yu, Han: Mining concept-drifting data streams using ensemble classifiers. KDD 2003")
public final class RotatingHyperplane implements EnvironmentFactory<RotatingHyperplane.Config, TaskStream> {
    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "length of the stream", byDefault = "100000", range = "[1,*)") int examples,
            @Parameter(value = "examples that test each stretch", byDefault = "2500", range = "[1,*)") int testExamples,
            @Parameter(value = "inputs d", byDefault = "10", range = "[1,*)", source = "Wang et al. 2003") int inputs,
            @Parameter(value = "weights that change, k", byDefault = "2", range = "[0,*)") int turning,
            @Parameter(value = "how far each of them moves in N examples, t", byDefault = "0.1", range = "[0,*)", source = "Wang et al. 2003") double turn,
            @Parameter(value = "examples N after which a weight may turn back", byDefault = "1000", range = "[1,*)", source = "Wang et al. 2003") int every,
            @Parameter(value = "probability of turning back", byDefault = "0.1", range = "[0,1]", source = "Wang et al. 2003") double back,
            @Parameter(value = "examples from one concept to the next; 0: one concept", byDefault = "0", range = "[0,*)") int period,
            @Parameter(value = "examples that a change of concept takes, w; 0: abrupt", byDefault = "0", range = "[0,*)") int width,
            @Parameter(value = "number of concepts, which then recur in turn; 0: each is new", byDefault = "0", range = "[0,*)") int concepts,
            @Parameter(value = "share of examples with the other class", byDefault = "0.05", range = "[0,1]", source = "Hulten et al. 2001") double noise) {
        public Config {
            if (turning > inputs) {
                throw new IllegalArgumentException("turning " + turning + ": there are only " + inputs + " weights, one for each input");
            }
        }
    }

    @Override
    public TaskStream create(Config c, Context context) {
        Signature signature = new Signature(Space.Real.of(0, 1, c.inputs()), new Space.Categorical(2));
        Drift drift = new Drift(c.period(), c.width(), c.concepts());
        return new DriftingStream(signature, Hyperplane.of(c, drift, context), new DriftingStream.Length(c.examples(), c.testExamples()), drift, c.noise(), context);
    }
}
