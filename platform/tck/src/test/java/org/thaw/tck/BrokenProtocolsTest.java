package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.tck.broken.BrokenProtocol;

/** Each fault of a protocol is found by the check that is for it. */
class BrokenProtocolsTest {
    /** The contract as an author would extend it. */
    static final class Case extends ProtocolContract<BrokenProtocol.Config> {
        Case() {
            super(new BrokenProtocol.Factory(), new BrokenProtocol.Config(Runs.fault(BrokenProtocol.Fault.class)));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(BrokenProtocol.Fault.NONE, Set.of()),
                arguments(BrokenProtocol.Fault.COUNTS_ITS_PLANS, Set.of("plansTheSameTwice", "anotherPlanInBetweenChangesNothing")),
                arguments(BrokenProtocol.Fault.READS_OUTCOMES_EARLY, Set.of("readsOutcomesOnlyWhenTheyAreDue")),
                arguments(BrokenProtocol.Fault.ASKING_SKIPS, Set.of("askingWhetherThereIsMoreSkipsNothing", "plansTheSameTwice")),
                arguments(BrokenProtocol.Fault.NAMES_A_STRANGER, Set.of("namesOnlyRolesTasksAndClassesThatThereAre")),
                arguments(BrokenProtocol.Fault.NAMES_A_TASK_THAT_IS_NOT, Set.of("namesOnlyRolesTasksAndClassesThatThereAre")),
                arguments(BrokenProtocol.Fault.REFUSES_WITHOUT_A_WORD, Set.of("refusesWhatItCannotPlanForWithASentence")),
                arguments(BrokenProtocol.Fault.SUGGESTS_NONSENSE, Set.of("suggestsMetricsByTheirIds")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void areFound(BrokenProtocol.Fault fault, Set<String> checks) {
        assertEquals(new TreeSet<>(checks), Runs.failures(Case.class, fault));
    }
}
