package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Steps;
import org.thaw.api.learner.Student;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.Lending;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Moment;

/**
 * What a student's contexts are held to: a fresh policy remembers nothing, a context holds what was met and nothing else, whoever acted, and no two contexts
 * touch each other.
 */
abstract class ContextContract<C extends Record> extends LearnerContract<C> {
    private static final int LONG = 60;
    private static final int SHORT = 25;
    private static final float ROUNDING = 1e-4f;

    ContextContract(LearnerFactory<C, ? extends Student> factory, C configuration) {
        super(factory, configuration);
    }

    abstract Signature signature();

    /** The life of a teacher of that seed, from its beginning. Those of even seeds tell their distributions. */
    abstract List<Moment> recorded(long seed, int steps);

    final StudentSubject studied() {
        return (StudentSubject) subject(3, Lending.GIVEN).steps(middle());
    }

    private Policy policy(StudentSubject subject) {
        return subject.student().policy(Actor.Mode.EXPLORE, Cue.none());
    }

    /** A fresh context whose random numbers are the same at each of its decisions. */
    private Following following(StudentSubject subject) {
        return new Following(signature(), policy(subject), subject.host(), MemoryState.of(host(SEED)));
    }

    @Test
    void aFreshPolicyRemembersNothing() {
        StudentSubject subject = studied();
        MemoryState fresh = MemoryState.of(policy(subject));
        Following first = following(subject);
        Following second = following(subject);
        List<Moment> said = first.follow(recorded(90, LONG), 0);
        assertEquals("", fresh.difference(MemoryState.of(policy(subject))), "a policy is fresh, another one has lived before: what it saves differs");
        assertSame(said, second.follow(recorded(90, LONG), 0), "a fresh policy that follows the life that another one has followed before");
    }

    /** Where it draws other actions than those that it is led along, its context must come out the same: it conditions on the step's previous action. */
    @Test
    void conditionsOnThePreviousActionOfTheStepAndNotOnItsOwn() {
        StudentSubject subject = studied();
        List<Moment> life = recorded(90, LONG);
        Following steady = following(subject);
        Following drawing = new Following(signature(), policy(subject));
        List<Moment> a = steady.follow(life, 0);
        List<Moment> b = drawing.follow(life, 0);
        for (int t = 0; t < life.size(); t++) {
            if (a.get(t).decision().hasDistribution()) {
                assertArrayEquals(a.get(t).decision().distribution(), b.get(t).decision().distribution(), "its distribution in step " + t + " depends on what it drew before");
            }
        }
        assertEquals("", MemoryState.of(steady.policy()).difference(MemoryState.of(drawing.policy())), "the context depends on what it drew");
    }

    @Test
    void observingExtendsTheContextAsActingDoes() {
        StudentSubject subject = studied();
        List<Moment> life = recorded(91, LONG);
        Following acting = following(subject);
        Following watching = following(subject);
        List<Moment> said = acting.follow(life, 0);
        for (int t = 0; t < life.size(); t++) {
            boolean acts = t % 7 == 6;
            Moment its = watching.meet(life.get(t), 0, acts);
            int at = t;
            assertTrue(!acts || said.get(t).sameBits(its), () -> "step " + at + " after steps that were acted in and after steps that were observed: " + said.get(at) + " against " + its);
        }
    }

    @Test
    void restoringAContextReplacesTheOneThatWasThere() {
        StudentSubject subject = studied();
        List<Moment> life = recorded(90, LONG);
        Following original = following(subject);
        Following restored = following(subject);
        restored.follow(recorded(92, LONG), 0);
        restored.follow(recorded(93, SHORT), 1);
        original.follow(life.subList(0, SHORT), 0);
        MemoryState.of(original.policy()).into(restored.policy());
        assertSame(original.follow(life.subList(SHORT, life.size()), 0), restored.follow(life.subList(SHORT, life.size()), 0), "a context and what was restored from it");
    }

    @Test
    void studyingLeavesContextsAlone() {
        StudentSubject subject = studied();
        Following following = new Following(signature(), policy(subject));
        following.follow(recorded(90, SHORT), 0);
        MemoryState before = MemoryState.of(following.policy());
        subject.study(1000);
        assertEquals("", before.difference(MemoryState.of(following.policy())), "what a policy saves has changed while its learner studied");
    }

    @Test
    void severalPoliciesLiveAtOnce() {
        StudentSubject subject = studied();
        List<Moment> life = recorded(90, SHORT);
        List<Moment> other = recorded(91, SHORT);
        List<Moment> alone = following(subject).follow(life, 0);
        Following mine = following(subject);
        Following its = following(subject);
        List<Moment> beside = new ArrayList<>();
        for (int t = 0; t < life.size(); t++) {
            beside.add(mine.meet(life.get(t), 0, true));
            its.meet(other.get(t % other.size()), 0, true);
        }
        assertSame(alone, beside, "alone and beside another policy");
    }

    @Test
    void lanesDoNotDisturbEachOther() {
        StudentSubject subject = studied();
        List<Moment> life = recorded(90, SHORT);
        List<Moment> other = recorded(91, SHORT);
        List<Moment> alone = following(subject).follow(life, 0);
        Following both = following(subject);
        List<Moment> beside = new ArrayList<>();
        for (int t = 0; t < life.size(); t++) {
            beside.add(both.meet(life.get(t), 0, true));
            both.meet(other.get(t % other.size()), 1, true);
        }
        assertSame(alone, beside, "in one lane with nothing and with another life in the other");
    }

    /** The other lane takes part in every second step only. */
    @Test
    void decidesForManyLanesAsForEach() {
        StudentSubject subject = studied();
        List<Moment> life = recorded(90, SHORT).stream().filter(m -> !m.step().isLast()).toList();
        List<Moment> alone = following(subject).follow(life, 0);
        List<Moment> second = following(subject).follow(life.subList(0, (life.size() + 1) / 2), 1);
        Policy policy = policy(subject);
        for (int t = 0; t < life.size(); t++) {
            StepBuffer mine = Following.inLane(signature(), life.get(t).step(), 0);
            List<StepBuffer> steps = t % 2 == 0 ? List.of(mine, Following.inLane(signature(), life.get(t / 2).step(), 1)) : List.of(mine);
            Decision[] decisions = {new Decision(signature()), new Decision(signature())};
            policy.act(lent(steps), i -> decisions[i]);
            assertAlike(alone.get(t).decision(), decisions[0], t);
            if (t % 2 == 0) {
                assertAlike(second.get(t / 2).decision(), decisions[1], t);
            }
        }
    }

    /** Of a student that records no distribution nothing is asked: what it draws for many at once are other numbers. */
    private static void assertAlike(Decision one, Decision ofMany, int t) {
        assertEquals(one.hasDistribution(), ofMany.hasDistribution());
        if (one.hasDistribution()) {
            assertArrayEquals(one.distribution(), ofMany.distribution(), ROUNDING, "step " + t + " decided by itself and for several lanes at once");
        }
    }

    private static Steps lent(List<StepBuffer> steps) {
        return new Steps() {
            @Override
            public int count() {
                return steps.size();
            }

            @Override
            public Step step(int i) {
                return steps.get(i);
            }
        };
    }

    private static void assertSame(List<Moment> expected, List<Moment> actual, String when) {
        assertEquals(expected.size(), actual.size());
        for (int t = 0; t < expected.size(); t++) {
            int at = t;
            assertTrue(expected.get(t).sameBits(actual.get(t)), () -> when + ": they differ in step " + at + ", " + expected.get(at) + " against " + actual.get(at));
        }
    }
}
