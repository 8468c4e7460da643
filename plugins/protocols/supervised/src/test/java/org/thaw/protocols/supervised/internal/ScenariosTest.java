package org.thaw.protocols.supervised.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;
import org.thaw.api.protocol.Portion;
import org.thaw.api.protocol.Protocol;

class ScenariosTest {
    private static final Config ASCENDING = Configs.of(2, ClassSplit.Order.ASCENDING, List.of(), 1, 0, 128, 0);
    private static final Planning TEN_DIGITS = new FakePlanning(0, 10, 1);
    private static final Planning PERMUTED = new FakePlanning(0, 10, 3);

    @Test
    void testsAllTasksBeforeTheFirstAndAfterEach() {
        List<String> names = phases(new ClassIncremental(ASCENDING), new FakePlanning(0, 4, 1)).stream().map(Phase::name).toList();
        assertEquals(List.of("test task 0", "test task 1", "learn task 0", "test task 0", "test task 1", "learn task 1", "test task 0", "test task 1"), names);
    }

    @Test
    void classIncrementalTellsTheClassesSeenSoFarAndNoTask() {
        List<Phase> plan = phases(new ClassIncremental(ASCENDING), TEN_DIGITS);
        assertEquals(Cue.none().withClasses(0, 1), learning(plan).get(0).cue());
        assertEquals(Cue.none().withClasses(0, 1, 2, 3, 4, 5), learning(plan).get(2).cue());
        assertEquals(List.of(Portion.classes(0, List.of(4, 5))), examples(learning(plan).get(2).experience()).portions());
        assertEquals(Cue.none().withClasses(0, 1, 2, 3, 4, 5), test(plan, 3, 0).cue());
    }

    @Test
    void classIncrementalTestsAnUnseenTaskWithTheSameCueWhetherOrNotTheTasksBeforeItWereLearned() {
        List<Phase> plan = phases(new ClassIncremental(ASCENDING), TEN_DIGITS);
        Cue upToTaskTwo = Cue.none().withClasses(0, 1, 2, 3, 4, 5);
        assertEquals(upToTaskTwo, test(plan, 0, 2).cue());
        assertEquals(upToTaskTwo, test(plan, 2, 2).cue());
    }

    @Test
    void classIncrementalRefusesTasksThatShareTheirClasses() {
        String message = assertThrows(IllegalArgumentException.class, () -> new ClassIncremental(ASCENDING).plan(PERMUTED)).getMessage();
        assertTrue(message.contains("one task") && message.contains("3 tasks") && message.contains("domain-incremental"), message);
    }

    @Test
    void taskIncrementalTellsTheTaskAndItsClassesInTrainingAndTesting() {
        List<Phase> plan = phases(new TaskIncremental(ASCENDING), TEN_DIGITS);
        Cue third = Cue.none().withTask(2).withClasses(4, 5);
        assertEquals(third, learning(plan).get(2).cue());
        for (int after = 0; after <= 5; after++) {
            assertEquals(third, test(plan, after, 2).cue());
        }
    }

    @Test
    void taskIncrementalTakesSeveralTasksAsTheyCome() {
        List<Phase> plan = phases(new TaskIncremental(ASCENDING), PERMUTED);
        assertEquals(3, learning(plan).size());
        assertEquals(List.of(Portion.task(1)), examples(learning(plan).get(1).experience()).portions());
        assertEquals(Cue.none().withTask(1).withClasses(IntStream.range(0, 10).toArray()), learning(plan).get(1).cue());
    }

    @Test
    void domainIncrementalLabelsByPositionAndTellsNothingElse() {
        List<Phase> plan = phases(new DomainIncremental(ASCENDING), TEN_DIGITS);
        assertEquals(List.of(new Portion(0, List.of(4, 5), List.of(0, 1))), examples(learning(plan).get(2).experience()).portions());
        plan.forEach(phase -> assertEquals(Cue.none().withClasses(0, 1), cue(phase)));
    }

    @Test
    void domainIncrementalTakesSeveralTasksAsTheyCome() {
        List<Phase> plan = phases(new DomainIncremental(ASCENDING), PERMUTED);
        assertEquals(List.of(Portion.task(2)), examples(learning(plan).get(2).experience()).portions());
        plan.forEach(phase -> assertEquals(Cue.none().withClasses(IntStream.range(0, 10).toArray()), cue(phase)));
    }

    @Test
    void thePlanIsTheSameEachTimeItIsAskedFor() {
        Config shuffled = Configs.of(2, ClassSplit.Order.SHUFFLED, List.of(), 1, 10, 32, 3);
        for (Protocol protocol : List.of(new ClassIncremental(shuffled), new TaskIncremental(shuffled), new DomainIncremental(shuffled))) {
            Iterable<Phase> once = protocol.plan(TEN_DIGITS);
            assertEquals(list(once), list(once));
            assertEquals(list(once), phases(protocol, TEN_DIGITS));
        }
    }

    @Test
    void theSeedShufflesTheClassesAndEachIsLearnedOnce() {
        Config shuffled = Configs.of(2, ClassSplit.Order.SHUFFLED, List.of(), 1, 0, 128, 0);
        List<Integer> zero = order(phases(new ClassIncremental(shuffled), TEN_DIGITS));
        List<Integer> one = order(phases(new ClassIncremental(shuffled), new FakePlanning(1, 10, 1)));
        assertNotEquals(zero, one);
        assertEquals(IntStream.range(0, 10).boxed().toList(), zero.stream().sorted().toList());
        assertEquals(zero, order(phases(new DomainIncremental(shuffled), TEN_DIGITS)));
    }

    @Test
    void classesCanBeDealtOutAsListed() {
        Config listed = Configs.of(2, ClassSplit.Order.LISTED, List.of(3, 1, 0, 2), 1, 0, 128, 0);
        assertEquals(List.of(3, 1, 0, 2), order(phases(new ClassIncremental(listed), new FakePlanning(7, 4, 1))));
    }

    @Test
    void aListThatIsNotEachClassOnceIsRefused() {
        Config listed = Configs.of(2, ClassSplit.Order.LISTED, List.of(3, 1, 0, 4), 1, 0, 128, 0);
        Planning four = new FakePlanning(0, 4, 1);
        String message = assertThrows(IllegalArgumentException.class, () -> new ClassIncremental(listed).plan(four)).getMessage();
        assertEquals("classes [3, 1, 0, 4]: expected each of the environment's classes 0 to 3 once", message);
        assertThrows(IllegalArgumentException.class, () -> Configs.of(2, ClassSplit.Order.LISTED, List.of(1, 1), 1, 0, 128, 0));
        assertThrows(IllegalArgumentException.class, () -> Configs.of(2, ClassSplit.Order.LISTED, List.of(), 1, 0, 128, 0));
        assertThrows(IllegalArgumentException.class, () -> Configs.of(2, ClassSplit.Order.ASCENDING, List.of(0, 1), 1, 0, 128, 0));
    }

    @Test
    void evaluationsWithinATaskCutItIntoStretchesAndTestTheTasksMet() {
        Config config = Configs.of(2, ClassSplit.Order.ASCENDING, List.of(), 1, 10, 32, 4);
        List<Phase> plan = phases(new ClassIncremental(config), new FakePlanning(0, 4, 1));
        List<Phase.Learn> first = learning(plan).subList(0, 3);
        assertEquals(List.of(4L, 4L, 2L), first.stream().map(learn -> learn.experience().budget().amount()).toList());
        assertEquals(List.of(true, false, false), first.stream().map(Phase.Learn::begin).toList());
        assertEquals(List.of(false, false, true), first.stream().map(Phase.Learn::end).toList());
        assertEquals(List.of("test task 0", "test task 1",
                "learn task 0", "test task 0", "learn task 0", "test task 0", "learn task 0", "test task 0", "test task 1",
                "learn task 1", "test task 0", "test task 1", "learn task 1", "test task 0", "test task 1", "learn task 1", "test task 0", "test task 1"),
                plan.stream().map(Phase::name).toList());
    }

    @Test
    void evaluationsWithinATaskAreCountedOutOverItsEpochsToo() {
        // a thousand examples in batches of 128 are eight iterations, twice
        Config config = Configs.of(2, ClassSplit.Order.ASCENDING, List.of(), 2, 0, 128, 6);
        List<Phase.Learn> first = learning(phases(new ClassIncremental(config), new FakePlanning(0, 4, 1))).subList(0, 3);
        assertEquals(List.of(Budget.iterations(6), Budget.iterations(6), Budget.iterations(4)), first.stream().map(learn -> learn.experience().budget()).toList());
        assertEquals(List.of(false, false, true), first.stream().map(Phase.Learn::end).toList());
    }

    @Test
    void answersBeforeLearningAreAskedForOnlyIfWanted() {
        Config asking = new Config(2, ClassSplit.Order.ASCENDING, List.of(), 1, 0, 10, 0, 50, Config.Tests.ALL);
        assertEquals(Optional.of(new Experience.TestFirst(0, 50, false)), examples(learning(phases(new DomainIncremental(asking), TEN_DIGITS)).get(1).experience()).testFirst());
        assertEquals(Optional.empty(), examples(learning(phases(new DomainIncremental(ASCENDING), TEN_DIGITS)).get(1).experience()).testFirst());
    }

    @Test
    void testsCanBeLimitedToTheTasksMetOrLeftOut() {
        Config met = new Config(2, ClassSplit.Order.ASCENDING, List.of(), 1, 0, 10, 0, 0, Config.Tests.MET);
        assertEquals(List.of("learn task 0", "test task 0", "learn task 1", "test task 0", "test task 1"),
                phases(new ClassIncremental(met), new FakePlanning(0, 4, 1)).stream().map(Phase::name).toList());
        Config none = new Config(2, ClassSplit.Order.ASCENDING, List.of(), 1, 0, 10, 0, 0, Config.Tests.NONE);
        assertEquals(2, phases(new ClassIncremental(none), new FakePlanning(0, 4, 1)).size());
    }

    @Test
    void aPlanOfManyMillionPhasesIsWalkedOneByOne() {
        Config config = Configs.of(2, ClassSplit.Order.ASCENDING, List.of(), 1, Integer.MAX_VALUE, 32, 1);
        Iterator<Phase> phases = new ClassIncremental(config).plan(TEN_DIGITS).iterator();
        for (int i = 0; i < 100; i++) {
            phases.next();
        }
        assertTrue(phases.hasNext());
    }

    @Test
    void anEvaluationTakesTheTestSplitOnceInBatches() {
        Phase.Evaluate test = test(phases(new ClassIncremental(ASCENDING), TEN_DIGITS), 0, 1);
        assertEquals(new Experience.Examples("environment", 1, Experience.Split.TEST, List.of(Portion.classes(0, List.of(2, 3))), 128, Budget.epochs(1)),
                test.experience());
    }

    @Test
    void allClassesInOneTaskIsAllowed() {
        assertEquals(1, learning(phases(new ClassIncremental(Configs.of(10, ClassSplit.Order.ASCENDING, List.of(), 1, 0, 128, 0)), TEN_DIGITS)).size());
    }

    @Test
    void aTaskSizeThatDoesNotDivideTheClassesIsRefusedWithThoseThatDo() {
        Config three = Configs.of(3, ClassSplit.Order.ASCENDING, List.of(), 1, 0, 128, 0);
        String message = assertThrows(IllegalArgumentException.class, () -> new ClassIncremental(three).plan(TEN_DIGITS)).getMessage();
        assertEquals("classesPerTask 3 does not divide the 10 classes of the environment; [1, 2, 5, 10] would", message);
    }

    @Test
    void targetsThatAreNoClassesAreRefused() {
        Planning regression = new FakePlanning(0, 0, 1);
        assertThrows(IllegalArgumentException.class, () -> new DomainIncremental(ASCENDING).plan(regression));
    }

    @Test
    void contradictingLengthsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Configs.of(2, ClassSplit.Order.ASCENDING, List.of(), 5, 2000, 128, 0));
    }

    private static List<Phase> phases(Protocol protocol, Planning planning) {
        return list(protocol.plan(planning));
    }

    private static List<Phase> list(Iterable<Phase> plan) {
        List<Phase> phases = new ArrayList<>();
        plan.forEach(phases::add);
        return phases;
    }

    private static List<Phase.Learn> learning(List<Phase> plan) {
        return plan.stream().flatMap(phase -> phase instanceof Phase.Learn learn ? Stream.of(learn) : Stream.empty()).toList();
    }

    /** The test on a task after so many tasks; for plans that test only between tasks. */
    private static Phase.Evaluate test(List<Phase> plan, int after, int on) {
        List<Phase.Evaluate> tests = plan.stream().flatMap(phase -> phase instanceof Phase.Evaluate test ? Stream.of(test) : Stream.empty()).toList();
        return tests.get(after * learning(plan).size() + on);
    }

    private static List<Integer> order(List<Phase> plan) {
        return learning(plan).stream().flatMap(learn -> examples(learn.experience()).portions().get(0).classes().stream()).toList();
    }

    private static Experience.Examples examples(Experience experience) {
        return (Experience.Examples) experience;
    }

    private static Cue cue(Phase phase) {
        return phase instanceof Phase.Learn learn ? learn.cue() : ((Phase.Evaluate) phase).cue();
    }
}
