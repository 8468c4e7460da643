package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.learner.Learner;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.Lending;
import org.thaw.tck.host.MemoryState;

/**
 * What every learner is held to, however it learns: the same seed gives the same bits, what it saves is all that its future depends on, and it
 * shares nothing with its twins. Extend {@link PredictorContract} or {@link AgentContract}.
 *
 * @param <C> the configuration record
 */
public abstract class LearnerContract<C extends Record> extends PluginContract<C> {
    static final long SEED = 1;
    private static final long DATA = 3;
    private static final long OTHER_DATA = 40;
    private static final int HUNDRED = 100;

    private final Object factory;

    LearnerContract(Object factory, C configuration) {
        super(Plugin.Kind.LEARNER, factory, configuration);
        this.factory = factory;
    }

    /** Why this learner cannot be expected to beat chance on a tiny task; empty, as usual, if it can. */
    protected Optional<String> learnsNothing() {
        return Optional.empty();
    }

    /** Before which step its state is saved: in the middle of a task. */
    abstract int middle();

    /** And just after a task's end. */
    abstract int afterTheEnd();

    /** A fresh learner that meets the data of a seed. */
    abstract Subject subject(Object factory, Record configuration, HostContext host, long data, Lending lending);

    /** A fresh learner for a signature, which nothing has met yet. */
    abstract Learner create(Signature signature, HostContext host);

    /** The share of success on the tiny task after learning it; and what chance would give. */
    abstract Score learned();

    /** How well it went, and how well it must go to be called learning. */
    record Score(double reached, double least) {
    }

    final Subject subject(long data, Lending lending) {
        return subject(factory, configuration(), host(SEED), data, lending);
    }

    private Subject subject() {
        return subject(DATA, Lending.GIVEN);
    }

    @Override
    final void useOnce(Object factory, Record configuration) {
        try (Subject subject = subject(factory, configuration, host(SEED), DATA, Lending.GIVEN)) {
            subject.steps(afterTheEnd()).examine();
        }
    }

    @Test
    void sameSeedGivesTheSameBits() {
        assertSame(subject().steps(HUNDRED), subject().steps(HUNDRED), "two lives of one seed");
    }

    @Test
    void savingTwiceWritesTheSameBytes() {
        Subject subject = subject().steps(middle());
        MemoryState first = MemoryState.of(subject.learner());
        assertEquals("", first.difference(MemoryState.of(subject.learner())), "two saves in a row differ");
        assertSame(subject.steps(HUNDRED), subject().steps(middle() + HUNDRED), "one that was saved and one that was not");
    }

    @Test
    void goesOnIdenticallyAfterRestoringInTheMiddleOfATask() {
        goesOn(middle());
    }

    @Test
    void goesOnIdenticallyAfterRestoringWhenATaskHasEnded() {
        goesOn(afterTheEnd());
    }

    private void goesOn(int from) {
        Subject original = subject().steps(from);
        Subject restored = subject();
        restored.takeOver(original);
        assertSame(original, restored, "at once");
        original.steps(HUNDRED);
        restored.steps(HUNDRED);
        assertSame(original, restored, "after the next 100 steps");
    }

    @Test
    void restoringReplacesAllThatWasThere() {
        Subject original = subject().steps(middle());
        Subject restored = subject(OTHER_DATA, Lending.GIVEN).steps(afterTheEnd());
        MemoryState saved = MemoryState.of(original.learner());
        saved.into(restored.learner());
        assertEquals("", saved.difference(MemoryState.of(restored.learner())), "what was restored is not what was saved");
    }

    @Test
    void twinsDoNotDisturbEachOther() {
        Subject alone = subject().steps(middle() + HUNDRED);
        Subject original = subject().steps(middle());
        Subject twin = subject();
        twin.takeOver(original);
        Subject stranger = subject(OTHER_DATA, Lending.GIVEN);
        for (int i = 0; i < HUNDRED; i++) {
            original.step();
            stranger.step();
            twin.step();
        }
        assertSame(alone, original, "alone and beside others");
        assertSame(alone, twin, "alone and as a twin of another");
    }

    @Test
    void holdsOnToNoBufferOfTheHost() {
        assertSame(subject().steps(HUNDRED), subject(DATA, Lending.OVERWRITTEN).steps(HUNDRED), "with buffers that keep their content and that lose it after each call");
    }

    @Test
    void writesIntoNoBufferOfTheHost() {
        Subject subject = subject(DATA, Lending.CHECKED).steps(HUNDRED);
        subject.examine();
    }

    @Test
    void answeringLeavesKnowledgeAlone() {
        Subject subject = subject().steps(middle());
        subject.learner().prepare();
        MemoryState knowledge = MemoryState.of(subject.learner());
        long updates = subject.learner().updates();
        subject.examine();
        assertEquals("", knowledge.difference(MemoryState.of(subject.learner())), "what is saved has changed");
        assertEquals(updates, subject.learner().updates(), "updates() has changed");
    }

    /** What prepare() derives is never saved, and it takes its random numbers from {@code context.random(name, key)}. */
    @Test
    void preparingLeavesKnowledgeAndRandomStreamsAlone() {
        Subject subject = subject().steps(afterTheEnd());
        MemoryState knowledge = MemoryState.of(subject.learner());
        subject.learner().prepare();
        subject.learner().prepare();
        assertEquals("", knowledge.difference(MemoryState.of(subject.learner())), "what is saved has changed");
        assertSame(subject, subject().steps(afterTheEnd()), "one that was prepared and one that was not");
    }

    @Test
    void updatesCountEveryChangeOfWhatIsSaved() {
        Subject subject = subject();
        MemoryState before = MemoryState.of(subject.learner());
        for (int i = 0; i < HUNDRED; i++) {
            long updates = subject.learner().updates();
            subject.step();
            MemoryState after = MemoryState.of(subject.learner());
            assertTrue(subject.learner().updates() >= updates, "updates() fell from " + updates + " to " + subject.learner().updates());
            assertTrue(subject.learner().updates() > updates || before.sameAs(after), "changed what is saved without counting an update: " + before.difference(after));
            before = after;
        }
    }

    @Test
    void refusesAStateThatIsNotItsOwn() {
        MemoryState none = MemoryState.none();
        if (!MemoryState.of(subject().steps(middle()).learner()).isEmpty()) {
            Sentences.refused("restoring from an empty state", () -> none.into(subject().learner()));
        }
    }

    @Test
    void learnsMoreThanChance() {
        learnsNothing().ifPresent(Assumptions::abort);
        Score score = learned();
        assertTrue(score.reached() >= score.least(), () -> "reached " + score.reached() + " on a tiny task; learning would give at least " + score.least());
    }

    private static void assertSame(Subject a, Subject b, String when) {
        assertEquals("", a.difference(b), () -> when + ": they differ");
    }
}
