package org.thaw.tck.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Moment;
import org.thaw.tck.host.Windows;

class CausalImitatorTest {
    private static final Signature SIGNATURE = new Arms(new HostContext(0)).signature();

    private static List<Moment> teachersLife(long seed, int steps) {
        HostContext context = new HostContext(seed);
        Greedy teacher = new Greedy(SIGNATURE, context);
        Life life = new Life(teacher, teacher.policy(Actor.Mode.EXPLORE, Cue.none()), List.of(new Arms(context)), true);
        life.live(steps);
        return life.recording().get(0);
    }

    private static CausalImitator fresh(HostContext context) {
        return new CausalImitator.Factory().create(new CausalImitator.Config(60, 4, 0.05f), SIGNATURE, context);
    }

    private static CausalImitator studied(HostContext context) {
        List<List<Moment>> lives = new ArrayList<>();
        for (int seed = 100; seed < 140; seed++) {
            lives.add(teachersLife(seed, 100));
        }
        CausalImitator student = fresh(context);
        HostStream draws = new HostStream(8);
        for (int i = 0; i < 1_000; i++) {
            student.study(Windows.draw(lives, student, draws));
        }
        return student;
    }

    /** What the policy says of each step of another's life: acts where a choice was made, observes where an episode ended. */
    private static List<float[]> follow(Policy policy, List<Moment> life) {
        List<float[]> said = new ArrayList<>();
        Decision decision = new Decision(SIGNATURE);
        for (Moment moment : life) {
            if (moment.step().isLast()) {
                policy.observe(moment.step());
                continue;
            }
            decision.clear();
            policy.act(moment.step(), decision);
            said.add(decision.distribution().clone());
        }
        return said;
    }

    @Test
    void predictsTheActionsOfATeacherThatItNeverStudied() {
        List<Moment> foreign = teachersLife(7, 200);
        List<float[]> said = follow(studied(new HostContext(1)).policy(Actor.Mode.EXPLOIT, Cue.none()), foreign);
        List<Moment> chosen = foreign.stream().filter(m -> !m.step().isLast()).toList();
        double logLikelihood = 0;
        for (int t = 0; t < chosen.size(); t++) {
            logLikelihood += StrictMath.log(said.get(t)[chosen.get(t).decision().action().index()]) / chosen.size();
        }
        assertTrue(logLikelihood > StrictMath.log(1.0 / 3) + 0.3, "mean log-likelihood " + logLikelihood);
    }

    @Test
    void followsTheForeignActionsAndNotItsOwn() {
        List<Moment> foreign = teachersLife(7, 50);
        CausalImitator student = studied(new HostContext(1));
        // the second walk draws other actions from the student's stream; what it says must not depend on them
        List<float[]> once = follow(student.policy(Actor.Mode.EXPLORE, Cue.none()), foreign);
        List<float[]> again = follow(student.policy(Actor.Mode.EXPLORE, Cue.none()), foreign);
        for (int t = 0; t < once.size(); t++) {
            assertArrayEquals(once.get(t), again.get(t));
        }
    }

    @Test
    void frozenItAdaptsInItsContextAloneAndStaysTheSameBitForBit() {
        CausalImitator student = studied(new HostContext(1));
        MemoryState before = MemoryState.of(student);
        Arms arms = new Arms(new HostContext(77));
        Life life = new Life(student, student.policy(Actor.Mode.EXPLOIT, Cue.none()), List.of(arms), false);
        life.live(300);
        long right = life.recording().get(0).stream().filter(m -> m.decision().action().index() == arms.good()).count();
        assertTrue(right > 150, right + " of 300 pulls at the good arm");
        assertTrue(MemoryState.of(student).sameAs(before));
    }

    @Test
    void goesOnIdenticallyAfterRestoring() {
        HostContext[] contexts = {new HostContext(1), new HostContext(1)};
        HostContext[] places = {new HostContext(5), new HostContext(5)};
        CausalImitator first = studied(contexts[0]);
        CausalImitator second = fresh(contexts[1]);
        Life original = new Life(first, first.policy(Actor.Mode.EXPLORE, Cue.none()), List.of(new Arms(places[0])), false);
        Life restored = new Life(second, second.policy(Actor.Mode.EXPLORE, Cue.none()), List.of(new Arms(places[1])), false);
        original.live(33);
        restored.takeOver(original);
        MemoryState.of(contexts[0]).into(contexts[1]);
        MemoryState.of(places[0]).into(places[1]);
        int lived = original.recording().get(0).size();
        original.live(100);
        restored.live(100);
        List<Moment> went = original.recording().get(0);
        assertEquals(went.subList(lived, went.size()).toString(), restored.recording().get(0).toString());
    }
}
