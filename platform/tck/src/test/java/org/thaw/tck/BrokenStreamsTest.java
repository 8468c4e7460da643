package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.tck.broken.BrokenStream;

/** Each fault of a task stream is found by the check that is for it. */
class BrokenStreamsTest {
    /** The contract as an author would extend it. */
    static final class Case extends TaskStreamContract<BrokenStream.Config> {
        Case() {
            super(new BrokenStream.Factory(), new BrokenStream.Config(Runs.fault(BrokenStream.Fault.class)));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(BrokenStream.Fault.NONE, Set.of()),
                arguments(BrokenStream.Fault.EMPTY_TEST, Set.of("hasTasksWithExamplesToLearnAndToTest")),
                arguments(BrokenStream.Fault.TARGET_OUTSIDE, Set.of("examplesLieInTheSpacesOfTheSignature")),
                arguments(BrokenStream.Fault.OWN_RANDOMNESS, Set.of("sameSeedGivesTheSameBits", "tasksDoNotDependOnTheOrderOfAsking")),
                arguments(BrokenStream.Fault.DEPENDS_ON_ORDER, Set.of("tasksDoNotDependOnTheOrderOfAsking")),
                arguments(BrokenStream.Fault.DEPENDS_ON_BATCH, Set.of("anExampleIsTheSameHoweverItIsAskedFor")),
                arguments(BrokenStream.Fault.WRITES_INTO_INDICES, Set.of("writesIntoNoIndexAndFillsInAllValues", "anExampleIsTheSameHoweverItIsAskedFor")),
                arguments(BrokenStream.Fault.TAKES_ANY_INDEX, Set.of("anExampleThatIsNotThereIsAnError")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void areFound(BrokenStream.Fault fault, Set<String> checks) {
        assertEquals(new TreeSet<>(checks), Runs.failures(Case.class, fault));
    }
}
