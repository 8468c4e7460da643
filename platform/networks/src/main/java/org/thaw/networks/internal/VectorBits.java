package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Which values of a vector are other than zero, as the bits of a number. Masks have such a method of their own, which JDK 17 does not compile to what the processor has for it. */
final class VectorBits {

    private static final VectorSpecies<Integer> INTS = VectorTiles.SPECIES.withLanes(int.class);
    private static final IntVector BITS = IntVector.fromArray(INTS, IntStream.range(0, LANES).map(i -> 1 << i).toArray(), 0);

    private VectorBits() {
    }

    /** Twice the bits of each number: 0 for 0 and -0 alone. */
    static IntVector doubled(FloatVector x) {
        return x.reinterpretAsInts().lanewise(VectorOperators.LSHL, 1);
    }

    /** A bit for each value that is not 0, the first in the lowest place. */
    static int others(IntVector x) {
        return IntVector.zero(INTS).blend(BITS, x.compare(VectorOperators.NE, 0)).reduceLanes(VectorOperators.OR);
    }
}
