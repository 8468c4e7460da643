package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.tck.broken.BrokenWorld;

/** Each fault of a world is found by the check that is for it. */
class BrokenWorldsTest {
    /** The contract as an author would extend it. */
    static final class Case extends WorldContract<BrokenWorld.Config> {
        Case() {
            super(new BrokenWorld.Factory(), new BrokenWorld.Config(Runs.fault(BrokenWorld.Fault.class)));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(BrokenWorld.Fault.NONE, Set.of()),
                arguments(BrokenWorld.Fault.OUT_OF_BOUNDS, Set.of("stepsAreWhatTheSignatureSays")),
                arguments(BrokenWorld.Fault.NO_FIRST_STEP, Set.of("anEpisodeHasOneFirstStep", "anEpisodeCanBeCutOff")),
                arguments(BrokenWorld.Fault.OWN_RANDOMNESS, Set.of("sameSeedGivesTheSameBits", "savingTwiceWritesTheSameBytes", "goesOnIdenticallyAfterRestoring", "twinsDoNotDisturbEachOther", "fillsInWholeStepsAndHoldsOnToNoBuffer", "copiesOfASimulatorNeitherDisturbNorForetell")),
                arguments(BrokenWorld.Fault.SAVING_MOVES, Set.of("savingTwiceWritesTheSameBytes", "goesOnIdenticallyAfterRestoring")),
                arguments(BrokenWorld.Fault.FORGETS, Set.of("goesOnIdenticallyAfterRestoring")),
                arguments(BrokenWorld.Fault.SHARES, Set.of("twinsDoNotDisturbEachOther", "savingTwiceWritesTheSameBytes", "goesOnIdenticallyAfterRestoring", "copiesOfASimulatorNeitherDisturbNorForetell")),
                arguments(BrokenWorld.Fault.FILLS_HALF, Set.of("fillsInWholeStepsAndHoldsOnToNoBuffer")),
                arguments(BrokenWorld.Fault.WRITES_INTO_ACTION, Set.of("writesIntoNoAction")),
                arguments(BrokenWorld.Fault.COPY_DRAWS, Set.of("copiesOfASimulatorNeitherDisturbNorForetell")),
                arguments(BrokenWorld.Fault.CANNOT_BE_CUT_OFF, Set.of("anEpisodeCanBeCutOff", "copiesOfASimulatorNeitherDisturbNorForetell")),
                arguments(BrokenWorld.Fault.COPY_IS_ELSEWHERE, Set.of("aCopyOfASimulatorIsInTheSameState")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void areFound(BrokenWorld.Fault fault, Set<String> checks) {
        assertEquals(new TreeSet<>(checks), Runs.failures(Case.class, fault));
    }
}
