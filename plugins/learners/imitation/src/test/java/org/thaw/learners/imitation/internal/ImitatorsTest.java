package org.thaw.learners.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Steps;
import org.thaw.api.learner.Student;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Moment;
import org.thaw.tck.host.Windows;

/** What imitators with a context learn from lives made up by hand. */
class ImitatorsTest {
    private static final int PULLS = 12;
    private static final int TRIED = 4;

    private static void study(Student student, List<List<Moment>> lives, int updates) {
        HostStream draws = new HostStream(2);
        for (int i = 0; i < updates; i++) {
            student.study(Windows.draw(lives, student, draws));
        }
    }

    private static float[] said(Policy policy, Lives lives, Step step) {
        Decision decision = new Decision(lives.signature());
        policy.act(step, decision);
        assertEquals(StrictMath.log(decision.distribution()[decision.action().index()]), decision.logProbability(), 1e-9);
        return decision.distribution().clone();
    }

    /** Nothing to observe; the actions are 0, 0, 1, 2 over and over: the last action alone does not tell the next one. */
    private static Lives cycle() {
        int[] actions = {0, 0, 1, 2};
        Lives lives = new Lives(1, 3).first(0, 0);
        for (int i = 1; i < 60; i++) {
            lives.then(0, 0, actions[i % 4]);
        }
        return lives;
    }

    private static void followsTheCycle(Student student, int updates) {
        Lives lives = cycle();
        study(student, List.of(lives.made()), updates);
        Policy policy = student.policy(Actor.Mode.EXPLOIT, Cue.none());
        for (int t = 0; t < 24; t++) {
            float[] p = said(policy, lives, lives.made().get(t).step());
            int action = lives.made().get(t).decision().action().index();
            int at = t;
            assertTrue(t < 4 || p[action] > 0.9, () -> "gave " + p[action] + " to the action of step " + at);
        }
    }

    @Test
    void aTransformerImitatesACycleOfActions() {
        followsTheCycle(new AlgorithmDistillation.Factory().create(Settings.transformer(8, 8, 0.01), cycle().signature(), new HostContext(1)), 200);
    }

    @Test
    void aRecurrentNetworkImitatesACycleOfActions() {
        followsTheCycle(new RecurrentImitator.Factory().create(Settings.gru(12, 8, 0.02), cycle().signature(), new HostContext(1)), 200);
    }

    /** Each pull is an episode; the teacher tries both arms at random, then stays with the one that paid. */
    private static Lives histories(boolean shuffled, List<List<Moment>> to) {
        HostStream chance = new HostStream(5);
        Lives any = new Lives(1, 2);
        for (int h = 0; h < 100; h++) {
            int good = h % 2;
            int[] order = new int[PULLS];
            for (int i = 0; i < PULLS; i++) {
                order[i] = i < TRIED ? chance.nextInt(2) : good;
            }
            if (shuffled) {
                chance.shuffle(order, PULLS);
            }
            Lives lives = new Lives(1, 2);
            for (int arm : order) {
                lives.first(0, arm).last(arm == good ? 1 : 0, 0);
            }
            to.add(lives.made());
        }
        return any;
    }

    /** The probability of the arm that pays, after as many pulls as teachers try, half of them at each arm. */
    private static double preference(Student student, boolean shuffled) {
        List<List<Moment>> lives = new ArrayList<>();
        Lives any = histories(shuffled, lives);
        study(student, lives, 250);
        double preference = 0;
        for (int good = 0; good < 2; good++) {
            Lives own = new Lives(1, 2);
            for (int i = 0; i < TRIED; i++) {
                own.first(0, i % 2).last(i % 2 == good ? 1 : 0, 0);
            }
            own.first(0, 0);
            Policy policy = student.policy(Actor.Mode.EXPLOIT, Cue.none());
            own.made().subList(0, 2 * TRIED).forEach(moment -> policy.observe(moment.step()));
            preference += said(policy, any, own.made().get(2 * TRIED).step())[good] / 2;
        }
        return preference;
    }

    @Test
    void algorithmDistillationComesToPreferTheArmThatPaysAsItsTeacherDid() {
        double preference = preference(new AlgorithmDistillation.Factory().create(Settings.transformer(2 * PULLS, 16, 0.01), new Lives(1, 2).signature(),
                new HostContext(1)), false);
        assertTrue(preference > 0.97, "preference " + preference);
    }

    @Test
    void fromShuffledEpisodesItCannotTellThatItsTeacherHasMadeUpItsMind() {
        double preference = preference(new AlgorithmDistillation.Factory().create(Settings.transformer(2 * PULLS, 16, 0.01), new Lives(1, 2).signature(),
                new HostContext(1)), true);
        // 10 of 12 pulls are good ones on average, but of the first four two were not
        assertTrue(preference < 0.93, "preference " + preference);
    }

    @Test
    void aDecisionPretrainedTransformerPrefersTheArmThatPaidOverTheOneThatWasPulled() {
        List<List<Moment>> lives = new ArrayList<>();
        HostStream chance = new HostStream(5);
        for (int h = 0; h < 100; h++) {
            Lives life = new Lives(1, 2).first(0, 0);
            int arm = 0;
            for (int i = 0; i < PULLS; i++) {
                double reward = arm == h % 2 ? 1 : 0;
                // whoever was recorded never learned
                arm = chance.nextInt(2);
                life.then(reward, 0, arm);
            }
            lives.add(life.made());
        }
        DecisionPretrained student = new DecisionPretrained.Factory().create(Settings.dpt(PULLS, 16, 0.01), new Lives(1, 2).signature(), new HostContext(1));
        study(student, lives, 200);
        Lives own = new Lives(1, 2).first(0, 0).then(0, 0, 0);
        Policy policy = student.policy(Actor.Mode.EXPLOIT, Cue.none());
        double before = said(policy, own, own.made().get(0).step())[1];
        double after = said(policy, own, own.made().get(1).step())[1];
        assertTrue(before > 0.3 && before < 0.7, "before any pull " + before);
        assertTrue(after > 0.95, "after arm 0 paid nothing " + after);
    }

    @Test
    void lanesTogetherSayWhatTheySayAlone() {
        Lives lives = cycle();
        Student student = new AlgorithmDistillation.Factory().create(Settings.transformer(4, 4, 0.01), lives.signature().withLanes(3), new HostContext(1));
        Policy together = student.policy(Actor.Mode.EXPLOIT, Cue.none());
        Policy alone = student.policy(Actor.Mode.EXPLOIT, Cue.none());
        for (int t = 0; t < 10; t++) {
            StepBuffer[] now = new StepBuffer[] {lane(lives, t, 2), lane(lives, t + 5, 0)};
            Decision[] decisions = {new Decision(lives.signature()), new Decision(lives.signature())};
            together.act(new Steps() {
                @Override
                public int count() {
                    return now.length;
                }

                @Override
                public Step step(int i) {
                    return now[i];
                }
            }, i -> decisions[i]);
            for (int i = 0; i < now.length; i++) {
                assertArrayEquals(said(alone, lives, now[i]), decisions[i].distribution());
            }
        }
        assertEquals("", MemoryState.of(alone).difference(MemoryState.of(together)));
    }

    private static StepBuffer lane(Lives lives, int t, int lane) {
        StepBuffer step = new StepBuffer(lives.signature(), lane);
        step.copyFrom(lives.made().get(t).step());
        return step;
    }
}
