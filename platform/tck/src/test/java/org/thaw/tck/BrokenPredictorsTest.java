package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.tck.broken.BrokenPredictor;
import org.thaw.tck.broken.PredictorFault;

/** Each fault of a predictor is found by the check that is for it; where it shows elsewhere, too, those checks are listed. */
class BrokenPredictorsTest {
    private static final String MIDDLE = "goesOnIdenticallyAfterRestoringInTheMiddleOfATask";
    private static final String ENDED = "goesOnIdenticallyAfterRestoringWhenATaskHasEnded";
    private static final String TWINS = "twinsDoNotDisturbEachOther";
    private static final String NEXT = "predictingDoesNotChangeWhatComesNext";
    private static final String ANSWERING = "answeringLeavesKnowledgeAlone";
    private static final String PREPARING = "preparingLeavesKnowledgeAndRandomStreamsAlone";
    private static final String SAVING = "savingTwiceWritesTheSameBytes";
    private static final String RESTORING = "restoringReplacesAllThatWasThere";
    private static final String HOLDING = "holdsOnToNoBufferOfTheHost";
    private static final String WRITING = "writesIntoNoBufferOfTheHost";
    private static final String SIGNATURES = "servesASignatureOrRefusesItWithASentence";
    private static final String UNTOLD = "worksWithoutCuesOrSaysThatItNeedsThem";
    private static final String LOADER = "leavesItsClassLoader";

    /** The contract as an author would extend it. */
    static final class Case extends PredictorContract<BrokenPredictor.Config> {
        Case() {
            super(new BrokenPredictor(), new BrokenPredictor.Config(Runs.fault(PredictorFault.class)));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(PredictorFault.NONE, Set.of()),
                arguments(PredictorFault.OWN_RANDOMNESS, Set.of("sameSeedGivesTheSameBits", SAVING, MIDDLE, ENDED, TWINS, NEXT, PREPARING, HOLDING, UNTOLD)),
                arguments(PredictorFault.PREDICTING_LEARNS, Set.of(ANSWERING, NEXT, TWINS)),
                arguments(PredictorFault.PREPARING_DRAWS, Set.of(PREPARING, NEXT, TWINS)),
                arguments(PredictorFault.SAVING_COUNTS, Set.of(SAVING, ANSWERING, PREPARING, RESTORING, TWINS)),
                arguments(PredictorFault.FORGETS_TO_SAVE, Set.of(MIDDLE, ENDED, TWINS, UNTOLD)),
                arguments(PredictorFault.FORGETS_WHAT_END_LEFT, Set.of(ENDED, UNTOLD)),
                arguments(PredictorFault.RESTORES_ONLY_WHEN_FRESH, Set.of(RESTORING)),
                arguments(PredictorFault.TAKES_ANY_STATE, Set.of("refusesAStateThatIsNotItsOwn")),
                arguments(PredictorFault.SHARES_WITH_TWINS, Set.of(TWINS)),
                arguments(PredictorFault.HOLDS_ON_TO_INPUTS, Set.of(HOLDING)),
                arguments(PredictorFault.WRITES_INTO_INPUTS, Set.of(WRITING)),
                arguments(PredictorFault.WRITES_INTO_DATA, Set.of(WRITING)),
                arguments(PredictorFault.COUNTS_NOTHING, Set.of("updatesCountEveryChangeOfWhatIsSaved")),
                arguments(PredictorFault.ANSWERS_NAN, Set.of("predictsWhatTheSignatureSays", SIGNATURES, UNTOLD)),
                arguments(PredictorFault.TAKES_ANY_BATCH, Set.of("malformedBatchesAreErrors")),
                arguments(PredictorFault.LEARNS_NOTHING, Set.of("learnsMoreThanChance")),
                arguments(PredictorFault.REFUSES_WITHOUT_A_WORD, Set.of(SIGNATURES)),
                arguments(PredictorFault.LEAVES_A_THREAD, Set.of("leavesNoThreads", LOADER)),
                arguments(PredictorFault.STAYS_IN_A_THREAD_LOCAL, Set.of(LOADER)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void areFound(PredictorFault fault, Set<String> checks) {
        assertEquals(new TreeSet<>(checks), Runs.failures(Case.class, fault));
    }

    @AfterEach
    void endWhatWasLeftBehind() {
        Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals(PredictorFault.LEFT)).forEach(Thread::interrupt);
    }
}
