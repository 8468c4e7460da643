package org.thaw.api;

import java.util.List;
import java.util.stream.IntStream;

/** What values can occur: of an input, a target, an observation or an action. */
public sealed interface Space {
    /** The type of the tensor that carries values of this space. */
    Tensor.Type type();

    /** The shape of one value; a batch or a set of lanes puts an axis in front. */
    List<Integer> shape();

    /** The number of elements of one value. */
    default int size() {
        return shape().stream().reduce(1, Math::multiplyExact);
    }

    /** A tensor of zeros for {@code rows} values. */
    default Tensor buffer(int rows) {
        int[] shape = new int[shape().size() + 1];
        shape[0] = rows;
        for (int i = 1; i < shape.length; i++) {
            shape[i] = shape().get(i - 1);
        }
        return Tensor.zeros(type(), shape);
    }

    /**
     * Checks that a tensor holds rows of this space: type and shape, and class numbers from 0 below the count. Allocates nothing.
     *
     * @param what its name in messages, {@code inputs}
     * @throws IllegalArgumentException if it does not; the message says what was expected
     */
    default void check(Tensor batch, String what) {
        boolean fits = batch.type() == type() && batch.rank() == shape().size() + 1;
        for (int i = 1; fits && i < batch.rank(); i++) {
            fits = batch.dimension(i) == shape().get(i - 1);
        }
        if (!fits) {
            throw new IllegalArgumentException(what + " " + batch + ": expected rows of " + this);
        }
        if (this instanceof Categorical categorical) {
            for (int number : batch.ints()) {
                if (number < 0 || number >= categorical.count()) {
                    throw new IllegalArgumentException(what + " hold the number " + number + ": expected 0 to " + (categorical.count() - 1));
                }
            }
        }
    }

    /**
     * The least space that holds the values of both: the larger number of things, the larger of each dimension. Values of the smaller one stand at the
     * lowest indices, zeros behind them; where shapes differ, the bounds take in 0.
     *
     * @throws IllegalArgumentException if the two are of different kinds, types or ranks
     */
    default Space union(Space other) {
        if (this instanceof Categorical mine && other instanceof Categorical theirs) {
            return mine.count() >= theirs.count() ? mine : theirs;
        }
        if (this instanceof Real mine && other instanceof Real theirs && mine.type() == theirs.type() && mine.shape().size() == theirs.shape().size()) {
            List<Integer> shape = IntStream.range(0, mine.shape().size()).mapToObj(i -> Math.max(mine.shape().get(i), theirs.shape().get(i))).toList();
            boolean same = mine.shape().equals(theirs.shape());
            double low = Math.min(mine.low(), theirs.low());
            double high = Math.max(mine.high(), theirs.high());
            return new Real(mine.type(), shape, same ? low : Math.min(low, 0), same ? high : Math.max(high, 0));
        }
        throw new IllegalArgumentException("no space holds both " + this + " and " + other + ": expected two of one kind, type and rank");
    }

    /**
     * One of {@code count} things, carried as an {@code I32} number from 0.
     *
     * @param count how many things there are, from 1
     */
    record Categorical(int count) implements Space {
        public Categorical {
            if (count < 1) {
                throw new IllegalArgumentException("a categorical space has at least one value, not " + count);
            }
        }

        @Override
        public Tensor.Type type() {
            return Tensor.Type.I32;
        }

        @Override
        public List<Integer> shape() {
            return List.of();
        }
    }

    /**
     * Real numbers (or bytes) of a fixed shape.
     *
     * @param type  {@code F32} or {@code U8}
     * @param shape of one value, {@code [28, 28]}
     * @param low   least value of any element; may be minus infinity
     * @param high  greatest value of any element; may be infinity
     */
    record Real(Tensor.Type type, List<Integer> shape, double low, double high) implements Space {
        public Real {
            shape = List.copyOf(shape);
            if (type != Tensor.Type.F32 && type != Tensor.Type.U8) {
                throw new IllegalArgumentException("a real space is carried as F32 or U8, not " + type);
            }
            if (shape.stream().anyMatch(d -> d < 1)) {
                throw new IllegalArgumentException("shape " + shape + ": expected dimensions from 1");
            }
            if (!(low <= high)) {
                throw new IllegalArgumentException("low " + low + " is not at or below high " + high);
            }
        }

        /** {@code F32} values in [low, high]. */
        public static Real of(double low, double high, Integer... shape) {
            return new Real(Tensor.Type.F32, List.of(shape), low, high);
        }
    }
}
