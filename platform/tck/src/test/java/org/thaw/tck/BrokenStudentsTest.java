package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.tck.broken.BrokenStudent;

/** Each fault of a student is found by the check that is for it. */
class BrokenStudentsTest {
    /** The contract as an author would extend it. */
    static final class Case extends StudentContract<BrokenStudent.Config> {
        Case() {
            super(new BrokenStudent.Factory(), new BrokenStudent.Config(Runs.fault(BrokenStudent.Fault.class)));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(BrokenStudent.Fault.NONE, Set.of()),
                arguments(BrokenStudent.Fault.CHANGES_ITS_MIND, Set.of("asksForTheSameWindowsAllItsLife")),
                arguments(BrokenStudent.Fault.CHOOSES_ILLEGALLY, Set.of("actsLegallyInEveryMode", "choosesTheOnlyLegalAction",
                        "studiesWindowsOfAnyLengthFromAnywhere", "twinsDoNotDisturbEachOther")),
                arguments(BrokenStudent.Fault.ACTING_LEARNS, Set.of("answeringLeavesKnowledgeAlone")),
                arguments(BrokenStudent.Fault.REMEMBERS_ITS_OWN_ACTIONS, Set.of("conditionsOnThePreviousActionOfTheStepAndNotOnItsOwn",
                        "decidesForManyLanesAsForEach", "observingExtendsTheContextAsActingDoes")),
                arguments(BrokenStudent.Fault.SHARES_ITS_CONTEXT, Set.of("aFreshPolicyRemembersNothing",
                        "conditionsOnThePreviousActionOfTheStepAndNotOnItsOwn", "lanesDoNotDisturbEachOther",
                        "restoringAContextReplacesTheOneThatWasThere", "severalPoliciesLiveAtOnce")),
                arguments(BrokenStudent.Fault.MIXES_LANES, Set.of("decidesForManyLanesAsForEach", "lanesDoNotDisturbEachOther")),
                arguments(BrokenStudent.Fault.OBSERVES_NOTHING, Set.of("observingExtendsTheContextAsActingDoes")),
                arguments(BrokenStudent.Fault.SAVES_NO_CONTEXT, Set.of("goesOnIdenticallyAfterRestoringInTheMiddleOfATask",
                        "goesOnIdenticallyAfterRestoringWhenATaskHasEnded", "twinsDoNotDisturbEachOther")),
                arguments(BrokenStudent.Fault.STUDY_WIPES_CONTEXTS, Set.of("studyingLeavesContextsAlone")),
                arguments(BrokenStudent.Fault.HOLDS_ON_TO_WINDOWS, Set.of("holdsOnToNoBufferOfTheHost")),
                arguments(BrokenStudent.Fault.WRITES_INTO_WINDOWS, Set.of("writesIntoNoBufferOfTheHost")),
                arguments(BrokenStudent.Fault.NEEDS_LONG_WINDOWS, Set.of("studiesWindowsOfAnyLengthFromAnywhere")),
                arguments(BrokenStudent.Fault.LANES_TOGETHER_DIFFER, Set.of("decidesForManyLanesAsForEach")),
                arguments(BrokenStudent.Fault.LEARNS_NOTHING, Set.of("learnsMoreThanChance")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void areFound(BrokenStudent.Fault fault, Set<String> checks) {
        assertEquals(new TreeSet<>(checks), Runs.failures(Case.class, fault));
    }
}
