package org.thaw.environments.streams.internal;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.TaskStream;

/**
 * Random radial basis functions: a concept is a number of centres, each with a place in [0, 1]<sup>d</sup>, a class, a weight and a spread σ. An example belongs
 * to a centre drawn by weight, and lies off it in a random direction, at a distance drawn from a normal distribution with standard deviation σ. With a
 * speed the centres move, each along a line of its own, and bounce off the walls.
 */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "random-rbf", summary = "Classes scattered around random centres, which move or are drawn anew",
        source = "Bifet, Holmes, Pfahringer, Kirkby, Gavaldà: New ensemble methods for evolving data streams. KDD 2009, section 5.1")
public final class RandomRbf implements EnvironmentFactory<RandomRbf.Config, TaskStream> {
    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "length of the stream", byDefault = "100000", range = "[1,*)") int examples,
            @Parameter(value = "examples that test each stretch", byDefault = "2500", range = "[1,*)") int testExamples,
            @Parameter(value = "inputs d", byDefault = "10", range = "[1,*)") int inputs,
            @Parameter(value = "number of classes", byDefault = "5", range = "[1,*)", source = "Bifet et al. 2009") int classes,
            @Parameter(value = "number of centres", byDefault = "50", range = "[1,*)", source = "Bifet et al. 2009") int centres,
            @Parameter(value = "distance that a centre moves at each example", byDefault = "0", range = "[0,*)") double speed,
            @Parameter(value = "examples from one concept to the next; 0: one concept", byDefault = "0", range = "[0,*)") int period,
            @Parameter(value = "examples that a change of concept takes, w; 0: abrupt", byDefault = "0", range = "[0,*)") int width,
            @Parameter(value = "number of concepts, which then recur in turn; 0: each is new", byDefault = "0", range = "[0,*)") int concepts,
            @Parameter(value = "share of examples with another class", byDefault = "0", range = "[0,1]") double noise) {
        public Config {
            if (classes > centres) {
                throw new IllegalArgumentException("classes " + classes + ": each needs a centre, and there are only " + centres);
            }
        }
    }

    @Override
    public TaskStream create(Config c, Context context) {
        double far = Double.POSITIVE_INFINITY;
        Signature signature = new Signature(Space.Real.of(-far, far, c.inputs()), new Space.Categorical(c.classes()));
        Drift drift = new Drift(c.period(), c.width(), c.concepts());
        return new DriftingStream(signature, Centres.of(c, drift, context), new DriftingStream.Length(c.examples(), c.testExamples()), drift, c.noise(), context);
    }
}
