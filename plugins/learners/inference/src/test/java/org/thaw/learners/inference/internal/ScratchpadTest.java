package org.thaw.learners.inference.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.environments.grids.internal.DarkRoom;
import org.thaw.environments.grids.internal.Goals;
import org.thaw.environments.grids.internal.View;
import org.thaw.tck.host.Chain;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Moment;
import org.thaw.tck.host.StudentAllocation;
import org.thaw.tck.host.Windows;

class ScratchpadTest {
    private static final Signature SIGNATURE = new Signature(new Space.Categorical(3), new Space.Categorical(2));

    /** λ = 0.8, κ = ½; two best episodes of four that are remembered, three steps of each. */
    private static Scratchpad.Config config(double temperature) {
        return new Scratchpad.Config(0.8, 2, temperature, 4, 3, 0.1, 0.5, 10, 3, 20, 1);
    }

    private static Scratchpad student(double temperature) {
        return new Scratchpad.Factory().create(config(temperature), SIGNATURE, new HostContext(1));
    }

    private static Policy after(Scratchpad student, Told life) {
        Policy policy = student.policy(Actor.Mode.EXPLORE, Cue.none());
        life.life().forEach(moment -> policy.observe(moment.step()));
        return policy;
    }

    /** What the policy says in the first step of another episode. */
    private static float[] says(Policy policy, int observation) {
        Decision decision = new Decision(SIGNATURE);
        policy.act(new Told(SIGNATURE).first(observation, 0).life().get(0).step(), decision);
        return decision.distribution();
    }

    private static Told told() {
        return new Told(SIGNATURE);
    }

    /** Three times action 1 in observation 0, once action 0: (½ + 1) / 5 and (½ + 3) / 5. Of observation 2 nothing is known. */
    @Test
    void withoutAMemoryItDoesWhatTheTeacherDidHere() {
        Scratchpad student = student(0);
        List<Moment> life = told().first(0, 1).then(0, 0, 1).then(0, 0, 0).then(0, 0, 1).ends(1, 1).life();
        student.study(Windows.of(life, 0, life.size()));
        assertArrayEquals(new float[] {0.3f, 0.7f}, says(after(student, told()), 0), 1e-6f);
        assertArrayEquals(new float[] {0.5f, 0.5f}, says(after(student, told()), 2), 1e-6f);
    }

    /** (½ + 1) / 2 for the action taken, whatever was thought of it. */
    @Test
    void aRecordedDistributionIsNotLookedAt() {
        Scratchpad student = student(0);
        List<Moment> life = told().first(0, 1).ends(1, 1).life();
        life.get(0).decision().distribution(new float[] {0.25f, 0.75f});
        student.study(Windows.of(life, 0, 2));
        assertArrayEquals(new float[] {0.25f, 0.75f}, says(after(student, told()), 0), 1e-6f);
        life.get(0).decision().distribution(new float[] {1, 0});
        Scratchpad same = student(0);
        same.study(Windows.of(life, 0, 2));
        assertArrayEquals(new float[] {0.25f, 0.75f}, says(after(same, told()), 0), 1e-6f);
    }

    /** 0.8 to what the better episode did, and 0.2 · ½ to each. */
    @Test
    void repeatsWhatItsBestEpisodeDidHere() {
        Told life = told().first(0, 0).ends(0, 1).first(0, 1).ends(1, 1).first(0, 0).ends(0.5, 1);
        assertArrayEquals(new float[] {0.1f, 0.9f}, says(after(student(0), life), 0), 1e-6f);
        assertArrayEquals(new float[] {0.5f, 0.5f}, says(after(student(0), life), 1), 1e-6f);
    }

    @Test
    void whatEarnedNoMoreThanTheWorstIsNotRepeated() {
        assertArrayEquals(new float[] {0.5f, 0.5f}, says(after(student(0), told().first(0, 1).ends(0, 1).first(0, 1).ends(0, 1)), 0), 1e-6f);
    }

    @Test
    void ofEqualEpisodesTheLatestIsTheBest() {
        Told life = told().first(0, 1).ends(0, 1).first(0, 1).ends(1, 1).first(0, 0).ends(1, 1);
        assertArrayEquals(new float[] {0.9f, 0.1f}, says(after(student(0), life), 0), 1e-6f);
    }

    @Test
    void ofSeveralVisitsTheLastOneCounts() {
        Told life = told().first(0, 1).ends(0, 1).first(0, 0).then(0, 0, 1).ends(1, 1);
        assertArrayEquals(new float[] {0.1f, 0.9f}, says(after(student(0), life), 0), 1e-6f);
    }

    /** Returns 2 and 1 at temperature 1: weights 1 and e⁻¹. */
    @Test
    void warmerItAsksSeveralEpisodes() {
        Told life = told().first(0, 0).ends(0, 1).first(0, 1).ends(2, 1).first(0, 0).ends(1, 1);
        double share = 1 / (1 + StrictMath.exp(-1));
        assertEquals(0.8 * share + 0.1, says(after(student(1), life), 0)[1], 1e-6);
    }

    @Test
    void forgetsEpisodesThatAreTooLongAgo() {
        Told life = told().first(0, 1).ends(1, 1);
        for (int i = 0; i < 3; i++) {
            life.first(0, 0).ends(0, 1);
        }
        assertEquals(0.9f, says(after(student(0), life), 0)[1], 1e-6f);
        life.first(0, 0).ends(0, 1);
        assertEquals(0.5f, says(after(student(0), life), 0)[1], 1e-6f);
    }

    @Test
    void remembersTheBeginningOfLongEpisodes() {
        Told life = told().first(0, 0).ends(0, 1).first(0, 1).then(0, 1, 1).then(0, 1, 1).then(0, 2, 1).ends(1, 0);
        assertEquals(0.9f, says(after(student(0), life), 1)[1], 1e-6f);
        assertEquals(0.5f, says(after(student(0), life), 2)[1], 1e-6f);
    }

    @Test
    void anEpisodeThatItDidNotSeeBeginIsNotRepeated() {
        List<Moment> life = told().first(0, 0).ends(0, 1).first(0, 1).then(0, 0, 1).ends(1, 1).life();
        Policy policy = student(0).policy(Actor.Mode.EXPLORE, Cue.none());
        for (int t : new int[] {0, 1, 3, 4}) {
            policy.observe(life.get(t).step());
        }
        assertEquals(0.5f, says(policy, 0)[1], 1e-6f);
    }

    @Test
    void theNearestStudiedObservationsAnswerWhereTheyAreReal() {
        Signature line = new Signature(Space.Real.of(-1, 1, 1), new Space.Categorical(2));
        HostContext host = new HostContext(1);
        NearestActions model = new NearestActions(new Rows(line.input()), 2, 10, 2, host.random("reservoir"));
        Decision decision = new Decision(line);
        float[] places = {-0.9f, -0.8f, 0.7f, 0.8f, 0.9f};
        StepBuffer step = new StepBuffer(line);
        for (float place : places) {
            step.observation().floats()[0] = place;
            decision.choose(place < 0 ? 0 : 1);
            model.study(step, decision);
        }
        double[] counts = new double[2];
        step.observation().floats()[0] = -0.2f;
        model.counts(step, counts);
        // -0.8 is 0.6 away, -0.9 0.7, 0.7 0.9
        assertArrayEquals(new double[] {2, 0}, counts);
        step.observation().floats()[0] = 0f;
        model.counts(step, counts);
        // 0.7 and one of the two that are 0.8 away, the one stored first
        assertArrayEquals(new double[] {1, 1}, counts);
    }

    /** It knows nothing of rooms but stumbles on the goal, and repeats it. */
    @Test
    void frozenItRepeatsTheBestThatItHasStumbledOn() {
        DarkRoom room = (DarkRoom) new DarkRoom.Factory().create(new DarkRoom.Config(5, List.of(), Goals.ALL, 0, 20, View.CELL), new HostContext(3));
        Scratchpad student = new Scratchpad.Factory().create(new Scratchpad.Config(0.9, 5, 0.5, 100, 20, 0.1, 0.5, 10, 3, 20, 1), room.signature(), new HostContext(3));
        MemoryState frozen = MemoryState.of(student);
        Life life = new Life(student, student.policy(Actor.Mode.EXPLORE, Cue.none()), List.of(room), false);
        life.live(400);
        double early = life.earned(Integer.MAX_VALUE);
        life.live(4000);
        double late = life.earned(420);
        assertTrue(late > 2 * early + 50, early + " in the first 400 steps, " + late + " in the last");
        assertEquals("", frozen.difference(MemoryState.of(student)));
    }

    @Test
    void allocatesNothing() {
        StudentAllocation.none(context -> new Scratchpad.Factory().create(config(0.5), Chain.numbered(new HostContext(1)).signature(), context),
                Chain.numbered(new HostContext(1)));
        StudentAllocation.none(context -> new Scratchpad.Factory().create(config(0.5), Chain.oneHot(new HostContext(1)).signature(), context),
                Chain.oneHot(new HostContext(1)));
    }
}
