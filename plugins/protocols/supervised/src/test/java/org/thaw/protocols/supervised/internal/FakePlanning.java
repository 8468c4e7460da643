package org.thaw.protocols.supervised.internal;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Outcomes;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Portion;

/** An environment of one input, {@code classes} classes and {@code tasks} tasks, 1,000 examples in any selection. */
record FakePlanning(long seed, int classes, int tasks) implements Planning {
    @Override
    public RandomStream random(String name) {
        SplittableRandom random = new SplittableRandom(seed + name.hashCode());
        return new RandomStream() {
            @Override
            public int nextInt(int bound) {
                return random.nextInt(bound);
            }

            @Override
            public long nextLong() {
                return random.nextLong();
            }

            @Override
            public double nextDouble() {
                return random.nextDouble();
            }

            @Override
            public float nextFloat() {
                return (float) random.nextInt(1 << 24) / (1 << 24);
            }

            @Override
            public double nextGaussian() {
                throw new UnsupportedOperationException("no plan needs it");
            }
        };
    }

    @Override
    public Signature signature(String environment) {
        Space output = classes == 0 ? Space.Real.of(-1, 1, 1) : new Space.Categorical(classes);
        return new Signature(Space.Real.of(0, 1, 1), output);
    }

    @Override
    public int tasks(String environment) {
        return tasks;
    }

    @Override
    public long examples(String environment, Experience.Split split, List<Portion> portions) {
        return 1000;
    }

    @Override
    public Outcomes outcomes() {
        return (phase, role, score) -> OptionalDouble.empty();
    }
}
