package org.thaw.shell.internal.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.thaw.control.HostGoneException;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.runtime.run.SwapRefusedException;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.shell.internal.Lab;
import org.thaw.shell.internal.Spoken;

class SwapTest {
    private final Lab lab = new Lab();
    private final Spoken thaw = new Spoken(lab, Path.of("/lab"), 110);
    private final Lab.Paper split = new Lab.Paper("split", List.of(Lab.of("finetune", "f-0", State.RUNNING), Lab.of("finetune", "f-1", State.RUNNING),
            Lab.of("finetune", "f-2", State.PENDING), Lab.of("joint", "j-0", State.RUNNING), Lab.of("joint", "j-1", State.DONE)));

    SwapTest() {
        lab.experiments.add(split);
    }

    @Test
    void aSwapIsToldWithItsStepAndItsTime() {
        assertEquals(0, thaw.say("swap", "f-0", "ewc@[0.2,1)", "--at", "12000", "--twin", "--fresh", "lambda=100", "hidden=[4,4]", "optimiser=sgd", "a.b=1"));
        assertEquals("f-0: ewc@0.1.0 → ewc@[0.2,1)@0.2.0 at step 12,000. It stood still for 3.3 ms, 1.5 of them to save and restore.\n", thaw.out());
        assertEquals(new SwapRequest("learner", "ewc@[0.2,1)", false, OptionalLong.of(12000), true,
                JsonParser.parseString("{\"lambda\":100,\"hidden\":[4,4],\"optimiser\":\"sgd\",\"a\":{\"b\":1}}").getAsJsonObject()), split.requests.get(0));
        assertEquals(0, thaw.say("swap", "split/f-1", "ewc", "--role", "student"));
        assertTrue(split.requests.get(1).carry());
        assertEquals("student", split.requests.get(1).role());
    }

    @Test
    void allRunsOfALearnerAreSwappedAtOnceAndThoseThatHaveNotBegunAreLeft() {
        assertEquals(0, thaw.say("swap", "split", "--learner", "finetune", "ewc"));
        assertEquals(List.of("f-0 ewc", "f-1 ewc"), split.swaps);
        assertEquals("""
                run  step    from       to         ms   of them save and restore
                f-0  12,000  ewc@0.1.0  ewc@0.2.0  3.3  1.5
                f-1  12,000  ewc@0.1.0  ewc@0.2.0  3.3  1.5
                """, thaw.out());
    }

    @Test
    void anExperimentWithSeveralLearnersAsksWhose() {
        assertEquals(2, thaw.say("swap", "split", "ewc"));
        assertEquals("thaw: split has runs of finetune, joint under way; say whose place ewc shall take: --learner finetune\n", thaw.err());
        assertEquals(2, thaw.say("swap", "split", "ewc", "--learner", "fintune"));
        assertEquals("thaw: --learner fintune: split has no run of it under way; did you mean \"finetune\"?\n", thaw.err());
        assertEquals(List.of(), split.swaps);
    }

    @Test
    void aRefusalSaysWhyAndGivesOne() {
        split.answers.put("f-1", CompletableFuture.failedFuture(new SwapRefusedException("not swapped, finetune@0.1.0 goes on: tree 1.0.0 restores tree:1, not classifier:2; --fresh starts it from nothing.")));
        assertEquals(1, thaw.say("swap", "split", "tree", "--learner", "finetune"));
        assertEquals("thaw: f-1: not swapped, finetune@0.1.0 goes on: tree 1.0.0 restores tree:1, not classifier:2; --fresh starts it from nothing\n", thaw.err());
        assertEquals("f-0: ewc@0.1.0 → tree@0.2.0 at step 12,000. It stood still for 3.3 ms, 1.5 of them to save and restore.\n", thaw.out());
    }

    @Test
    void aHostThatIsGoneIsTold() {
        split.answers.put("f-0", CompletableFuture.failedFuture(new HostGoneException("the host with the process number 7 does not answer")));
        assertEquals(1, thaw.say("swap", "f-0", "ewc"));
        assertEquals("thaw: f-0: not swapped: the host with the process number 7 does not answer\n", thaw.err());
    }

    @Test
    void whoeverStopsWaitingLeavesTheRequest() {
        CompletableFuture<org.thaw.runtime.run.SwapResult> never = new CompletableFuture<>();
        split.answers.put("f-0", never);
        Thread.currentThread().interrupt();
        assertEquals(1, thaw.say("swap", "f-0", "ewc"));
        assertFalse(Thread.interrupted());
        assertEquals("The request stays with 1 run: swapped at that step, unless the run ends before. The run's log and report tell.\n", thaw.out());
        assertFalse(never.isDone());
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertEquals(2, thaw.say("swap", "f-2", "ewc"));
        assertEquals("thaw: f-2 has not begun; expected: a run that is under way, or another learner in the experiment's file\n", thaw.err());
        assertEquals(2, thaw.say("swap", "j-1", "ewc"));
        assertEquals("thaw: j-1 is over already\n", thaw.err());
        assertEquals(2, thaw.say("swap", "f-0", "ewc", "lambda"));
        assertEquals("thaw: \"lambda\": expected hyperparameter=value, such as lambda=100\n", thaw.err());
        assertEquals(2, thaw.say("swap", "f-0", "ewc", "--fresh", "--carry"));
        assertEquals("thaw: --carry and --fresh: expected at most one of them\n", thaw.err());
        assertEquals(2, thaw.say("swap", "f-0", "ewc", "--at=-1"));
        assertEquals("thaw: --at -1: expected a step of learning, a whole number from 0\n", thaw.err());
        assertEquals(2, thaw.say("swap", "g-0", "ewc"));
        assertEquals("thaw: nothing called \"g-0\" is under way; did you mean \"f-0\"?\n", thaw.err());
    }
}
