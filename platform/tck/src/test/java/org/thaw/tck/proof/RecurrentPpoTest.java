package org.thaw.tck.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Policy;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.MemoryState;

class RecurrentPpoTest {
    /** A life on two lanes, with all that the host lends it. */
    private static final class Run {
        final HostContext context = new HostContext(3);
        final List<HostContext> places = List.of(new HostContext(10), new HostContext(11));
        final RecurrentPpo agent = new RecurrentPpo.Factory().create(new RecurrentPpo.Config(16, 3, 0.2, 0.3), Recall.SIGNATURE.withLanes(2), context);
        final Policy policy = agent.policy(Actor.Mode.EXPLORE, Cue.none());
        final Life life;

        Run(boolean learns) {
            life = new Life(agent, policy, List.of(new Recall(places.get(0)), new Recall(places.get(1))), learns);
        }

        void takeOver(Run other) {
            life.takeOver(other.life);
            MemoryState.of(other.context).into(context);
            for (int i = 0; i < places.size(); i++) {
                MemoryState.of(other.places.get(i)).into(places.get(i));
            }
        }

        /** Moments lived in the latest so many time steps of both lanes, first steps of the next episodes left out. */
        String latest(int moments) {
            StringBuilder text = new StringBuilder();
            life.recording().forEach(lane -> lane.subList(lane.size() - moments, lane.size()).forEach(m -> text.append(m).append('\n')));
            return text.toString();
        }
    }

    @Test
    void learnsWhatNeedsMemoryFromItsOwnRecordedLogProbabilities() {
        Run run = new Run(true);
        run.life.live(12_000);
        // 4 moments to an episode on each of 2 lanes, last steps included: 100 episodes on each lane earn at most 200
        assertTrue(run.life.earned(400) > 170, "earned " + run.life.earned(400));
    }

    @Test
    void goesOnIdenticallyAfterRestoringInTheMiddleOfARollout() {
        Run original = new Run(true);
        original.life.live(1_005);
        Run restored = new Run(true);
        restored.takeOver(original);
        original.life.live(100);
        restored.life.live(100);
        assertEquals(original.latest(100), restored.latest(100));
        assertTrue(MemoryState.of(original.life).sameAs(MemoryState.of(restored.life)));
    }

    @Test
    void staysTheSameBitForBitWhileItIsNotAskedToLearn() {
        Run frozen = new Run(false);
        MemoryState before = MemoryState.of(frozen.agent);
        frozen.life.live(100);
        assertTrue(MemoryState.of(frozen.agent).sameAs(before));
    }

    @Test
    void aContextCanBeCopiedToAnotherPolicyOfTheSameLearner() {
        Run run = new Run(false);
        run.life.live(50);
        Policy copy = run.agent.policy(Actor.Mode.EXPLOIT, Cue.none());
        MemoryState.of(run.policy).into(copy);
        assertTrue(MemoryState.of(copy).sameAs(MemoryState.of(run.policy)));
    }
}
