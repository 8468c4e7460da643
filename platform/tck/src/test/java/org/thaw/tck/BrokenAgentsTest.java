package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.tck.broken.BrokenAgent;

/** Each fault of an agent is found by the check that is for it. */
class BrokenAgentsTest {
    /** The contract as an author would extend it. */
    static final class Case extends AgentContract<BrokenAgent.Config> {
        Case() {
            super(new BrokenAgent.Factory(), new BrokenAgent.Config(Runs.fault(BrokenAgent.Fault.class)));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(BrokenAgent.Fault.NONE, Set.of()),
                // every check lets it act
                arguments(BrokenAgent.Fault.ACTS_ILLEGALLY, Set.of("actsLegallyInEveryMode", "answeringLeavesKnowledgeAlone", "goesOnIdenticallyAfterRestoringInTheMiddleOfATask",
                        "goesOnIdenticallyAfterRestoringWhenATaskHasEnded", "holdsOnToNoBufferOfTheHost", "learnsMoreThanChance",
                        "leavesItsClassLoader", "leavesNoThreads", "preparingLeavesKnowledgeAndRandomStreamsAlone",
                        "refusesAStateThatIsNotItsOwn", "restoringReplacesAllThatWasThere", "sameSeedGivesTheSameBits",
                        "savingTwiceWritesTheSameBytes", "twinsDoNotDisturbEachOther", "updatesCountEveryChangeOfWhatIsSaved",
                        "writesIntoNoBufferOfTheHost")),
                arguments(BrokenAgent.Fault.ACTING_LEARNS, Set.of("answeringLeavesKnowledgeAlone")),
                arguments(BrokenAgent.Fault.FORGETS_ITS_CONTEXT, Set.of("goesOnIdenticallyAfterRestoringInTheMiddleOfATask",
                        "goesOnIdenticallyAfterRestoringWhenATaskHasEnded", "twinsDoNotDisturbEachOther")),
                arguments(BrokenAgent.Fault.HOLDS_ON_TO_STEPS, Set.of("holdsOnToNoBufferOfTheHost")),
                arguments(BrokenAgent.Fault.WRITES_INTO_STEPS, Set.of("writesIntoNoBufferOfTheHost", "servesASignatureOrRefusesItWithASentence")),
                arguments(BrokenAgent.Fault.LEARNS_NOTHING, Set.of("learnsMoreThanChance")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void areFound(BrokenAgent.Fault fault, Set<String> checks) {
        assertEquals(new TreeSet<>(checks), Runs.failures(Case.class, fault));
    }
}
