package org.thaw.learners.tabular.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thaw.api.Signature;
import org.thaw.api.environment.StepBuffer;
import org.thaw.learners.tabular.internal.SarsaLambda.Trace;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.OneTransition;

/** Hand-worked: α = ½, γ = 0.9, λ = 0.8, so that γ λ = 0.72; ε = 0.2. */
class SarsaLambdaTest {
    private static final Signature SIGNATURE = Corridor.SIGNATURE;

    private static SarsaLambda make(Trace trace, double initial) {
        return new SarsaLambda.Factory().create(new SarsaLambda.Config(0.5, 0.9, 0.8, trace, 0.2, 0.2, 0, initial), SIGNATURE, new HostContext(1));
    }

    private static double value(SarsaLambda learner, int state, int action) {
        StepBuffer step = new StepBuffer(SIGNATURE);
        step.observation().ints()[0] = state;
        double[] values = new double[2];
        learner.values(step, values);
        return values[action];
    }

    /** The first transition of an episode, without reward. */
    private static OneTransition first(int state, int action, int next) {
        OneTransition transition = OneTransition.of(SIGNATURE, state, action, next);
        transition.to().transition(0);
        return transition;
    }

    /** The last transition of an episode, with reward 1. */
    private static OneTransition last(int state, int action, int next) {
        OneTransition transition = OneTransition.of(SIGNATURE, state, action, next);
        transition.from().transition(0);
        transition.to().termination(1);
        return transition;
    }

    @Test
    void creditGoesBackAlongTheTraces() {
        SarsaLambda learner = make(Trace.ACCUMULATING, 0);
        learner.learn(first(0, 1, 1));
        learner.learn(last(1, 1, 2));
        assertEquals(0.5, value(learner, 1, 1), 1e-12);
        assertEquals(0.5 * 0.72, value(learner, 0, 1), 1e-12);
        assertEquals(0, value(learner, 0, 0));
    }

    /** Traces of the repeated pair: 0.72 + 1; 1; 0.72 + 1 − ½ · 0.72. */
    @ParameterizedTest
    @CsvSource({"ACCUMULATING, 0.86", "REPLACING, 0.5", "DUTCH, 0.68"})
    void aRepeatedPairCountsAsItsKindOfTraceSays(Trace trace, double expected) {
        SarsaLambda learner = make(trace, 0);
        learner.learn(first(0, 1, 0));
        learner.learn(last(0, 1, 2));
        assertEquals(expected, value(learner, 0, 1), 1e-12);
    }

    /** From 1: δ = 0.9 − 1, Q = 0.95, Q_old = 1; then δ = 1 − 0.95, z = 1.36: Q += ½ (0.05 + 0.95 − 1) 1.36 − ½ (0.95 − 1). */
    @Test
    void dutchTracesFollowTheBookOfTrueOnlineSarsa() {
        SarsaLambda learner = make(Trace.DUTCH, 1);
        learner.learn(first(0, 1, 0));
        learner.learn(last(0, 1, 2));
        assertEquals(0.975, value(learner, 0, 1), 1e-12);
    }

    @Test
    void aTargetIsTheValueOfTheActionThatIsReallyChosen() {
        SarsaLambda learner = make(Trace.REPLACING, 0);
        OneTransition better = last(3, 0, 5);
        better.from().first();
        learner.learn(better);
        assertEquals(0.5, value(learner, 3, 0));
        learner.learn(first(2, 1, 3));
        learner.learn(last(3, 1, 5));
        // action 1 was chosen in 3, worth 0: had it been the better one, 0.9 · ½ would have come through, too
        assertEquals(0.5 * 0.72, value(learner, 2, 1), 1e-12);
    }

    @Test
    void whereAnEpisodeIsCutOffTheExpectedValueFollows() {
        SarsaLambda learner = make(Trace.REPLACING, 0);
        OneTransition worth = last(3, 0, 5);
        worth.from().first();
        worth.to().termination(10);
        learner.learn(worth);
        OneTransition cut = first(2, 1, 3);
        cut.to().truncation(1);
        learner.learn(cut);
        // 0.8 · 5 + 0.2 · 2.5 = 4.5
        assertEquals(0.5 * (1 + 0.9 * 4.5), value(learner, 2, 1), 1e-12);
        cut.to().legal()[0] = false;
        learner = make(Trace.REPLACING, 0);
        learner.learn(worth);
        learner.learn(cut);
        assertEquals(0.5, value(learner, 2, 1), 1e-12);
    }

    @Test
    void noCreditCrossesTheEndOfAnEpisode() {
        SarsaLambda learner = make(Trace.ACCUMULATING, 0);
        learner.learn(first(0, 1, 1));
        OneTransition next = last(1, 1, 2);
        // the life broke off and begins again
        next.from().first();
        learner.learn(next);
        assertEquals(0, value(learner, 0, 1));
        assertEquals(0.5, value(learner, 1, 1));
    }

    @Test
    void aTableGoesOverToQLearningAndBack() {
        SarsaLambda sarsa = make(Trace.ACCUMULATING, 0);
        sarsa.learn(first(0, 1, 1));
        sarsa.learn(last(1, 1, 2));
        TabularQ q = new TabularQ.Factory().create(new TabularQ.Config(0.5, 0.9, 0.1, 0.1, 0, 3), SIGNATURE, new HostContext(1));
        MemoryState.of(sarsa).into(q);
        assertEquals(0.36, q.value(0, 1), 1e-12);
        assertEquals(2, q.updates());
        SarsaLambda other = make(Trace.ACCUMULATING, 3);
        other.learn(first(4, 0, 3));
        MemoryState.of(q).into(other);
        double[] values = {value(other, 0, 1), value(other, 1, 1), value(other, 4, 0)};
        assertArrayEquals(new double[] {0.36, 0.5, 0}, values, 1e-12);
    }
}
