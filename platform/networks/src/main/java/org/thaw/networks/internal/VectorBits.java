package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Which values of a vector are not zero, as the bits of a number. Masks have such a method of their own, which JDK 17 does not compile to what the processor has for it. */
final class VectorBits {

    private static final VectorSpecies<Integer> INTS = VectorTiles.SPECIES.withLanes(int.class);
    private static final IntVector BITS = IntVector.fromArray(INTS, IntStream.range(0, LANES).map(i -> 1 << i).toArray(), 0);

    private VectorBits() {
    }

    /** A bit for each value that is neither 0 nor -0, the first in the lowest place. */
    static int notZero(FloatVector x) {
        IntVector withoutSign = x.reinterpretAsInts().lanewise(VectorOperators.LSHL, 1);
        return IntVector.zero(INTS).blend(BITS, withoutSign.compare(VectorOperators.NE, 0)).reduceLanes(VectorOperators.OR);
    }
}
