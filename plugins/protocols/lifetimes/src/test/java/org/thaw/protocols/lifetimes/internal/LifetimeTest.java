package org.thaw.protocols.lifetimes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.learner.Actor;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Planning;

class LifetimeTest {
    /** The plan of a life depends on its configuration alone: asking for anything else fails the test. */
    private static final Planning NOTHING = (Planning) Proxy.newProxyInstance(LifetimeTest.class.getClassLoader(), new Class<?>[] {Planning.class},
            (proxy, method, arguments) -> {
                throw new AssertionError("the plan asked for " + method.getName());
            });

    private static Lifetime.Config config(long steps, long episodes, long evaluateEvery, int evaluationEpisodes) {
        return new Lifetime.Config(steps, episodes, evaluateEvery, evaluationEpisodes, 0, Actor.Mode.EXPLOIT, Phase.Context.FRESH, false);
    }

    @Test
    void aLifeIsOneTaskHoweverOftenItIsLookedAt() {
        List<Phase.Learn> life = lives(config(1000, 0, 300, 5));
        assertEquals(List.of(300L, 300L, 300L, 100L), life.stream().map(learn -> learn.experience().budget().amount()).toList());
        assertEquals(List.of(true, false, false, false), life.stream().map(Phase.Learn::begin).toList());
        assertEquals(List.of(false, false, false, true), life.stream().map(Phase.Learn::end).toList());
        life.forEach(learn -> assertEquals(Cue.none(), learn.cue()));
    }

    @Test
    void evaluatesBeforeTheFirstStepAndAfterEachStretch() {
        assertEquals(List.of("evaluate", "live", "evaluate", "live", "evaluate"),
                phases(config(0, 20, 10, 5)).stream().map(Phase::name).toList());
    }

    @Test
    void withoutPointsInBetweenTheLifeIsOneStretch() {
        List<Phase> plan = phases(config(0, 20, 0, 5));
        assertEquals(3, plan.size());
        Phase.Learn life = assertInstanceOf(Phase.Learn.class, plan.get(1));
        assertEquals(Budget.episodes(20), life.experience().budget());
        assertTrue(life.begin() && life.end());
    }

    @Test
    void evaluationsAreEpisodesInAFreshContext() {
        Phase.Evaluate evaluation = assertInstanceOf(Phase.Evaluate.class, phases(config(100, 0, 0, 7)).get(0));
        assertEquals(new Experience.Life("environment", 0, Budget.episodes(7)), evaluation.experience());
        assertEquals(Phase.Context.FRESH, evaluation.context());
    }

    @Test
    void aLifeWithoutEndIsEvaluatedInStepsAndTheCueIsTheSameWhereverItIsTold() {
        Lifetime.Config config = new Lifetime.Config(100, 0, 0, 7, 50, Actor.Mode.EXPLORE, Phase.Context.COPY, true);
        Cue told = Cue.none().withTask(0);

        assertEquals(List.of(
                new Phase.Evaluate("evaluate", "learner", new Experience.Life("environment", 0, Budget.steps(50)), told, Phase.Context.COPY, Phase.Rewards.VISIBLE, Actor.Mode.EXPLORE),
                new Phase.Learn("live", "learner", new Experience.Life("environment", 0, Budget.steps(100)), told),
                new Phase.Evaluate("evaluate", "learner", new Experience.Life("environment", 0, Budget.steps(50)), told, Phase.Context.COPY, Phase.Rewards.VISIBLE, Actor.Mode.EXPLORE)),
                phases(config));
    }

    @Test
    void thePlanIsTheSameEachTimeItIsAskedFor() {
        Lifetime.Config config = config(1000, 0, 300, 5);
        Iterable<Phase> plan = new Lifetime(config).plan(NOTHING);
        assertEquals(list(plan), list(plan));
        assertEquals(list(plan), phases(config));
    }

    @Test
    void anEndlessLifeIsWalkedPhaseByPhase() {
        Iterator<Phase> plan = new Lifetime(config(Long.MAX_VALUE, 0, 1, 1)).plan(NOTHING).iterator();
        for (int i = 0; i < 100; i++) {
            plan.next();
        }
        assertTrue(plan.hasNext());
    }

    @Test
    void theLengthIsGivenInStepsOrInEpisodesAndNotInBoth() {
        assertThrows(IllegalArgumentException.class, () -> config(0, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> config(10, 10, 0, 1));
    }

    private static List<Phase> phases(Lifetime.Config config) {
        return list(new Lifetime(config).plan(NOTHING));
    }

    private static List<Phase.Learn> lives(Lifetime.Config config) {
        return phases(config).stream().flatMap(phase -> phase instanceof Phase.Learn learn ? Stream.of(learn) : Stream.empty()).toList();
    }

    private static List<Phase> list(Iterable<Phase> plan) {
        List<Phase> phases = new ArrayList<>();
        plan.forEach(phases::add);
        return phases;
    }
}
