package org.thaw.learners.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thaw.api.learner.Sequences;
import org.thaw.tck.host.Moment;
import org.thaw.tck.host.Windows;

class BatchesTest {
    private final Lives lives = new Lives(2, 2);

    private WindowBatch batch(Targets targets, Sequences windows) {
        WindowBatch batch = new WindowBatch(new StepTokens("it", lives.signature(), new RewardScale(1, 0)), targets, 2);
        batch.read(windows);
        return batch;
    }

    @Test
    void shorterWindowsHaveRowsWithoutTargetBehindThem() {
        List<Moment> life = lives.first(0, 1).illegal(0).then(1, 1, 0).last(1, 0).made();
        WindowBatch batch = batch(Recorded.ACTIONS.targets(2), Windows.of(life, 0, 1).and(Windows.of(life, 1, 2)));
        assertEquals(2, batch.length());
        assertEquals(2, batch.decided());
        // action 1, nothing behind it; action 0, nothing in the last step
        assertArrayEquals(new float[] {0, 1, 0, 0, 1, 0, 0, 0}, Arrays.copyOf(batch.wanted(), 8));
        assertArrayEquals(new boolean[] {false, true, true, true, true, true, true, true}, Arrays.copyOf(batch.legal(), 8));
        // observation 1 after action 1 with reward 1: what was seen before it is not in the window; observation 0 after 1
        assertArrayEquals(new float[] {0, 1, 0, 0, 0, 1, 1, 0, 0}, Arrays.copyOfRange(batch.inputs(), 18, 27));
        assertArrayEquals(new float[] {1, 0, 0, 1, 1, 0, 1, 0, 1}, Arrays.copyOfRange(batch.inputs(), 27, 36));
        assertArrayEquals(new float[9], Arrays.copyOfRange(batch.inputs(), 9, 18));
    }

    @Test
    void distributionsAreTakenWhereTheyWereRecorded() {
        List<Moment> life = lives.first(0, 1).by(0.25f, 0.75f).then(1, 1, 0).made();
        assertArrayEquals(new float[] {0.25f, 0.75f, 1, 0}, Arrays.copyOf(batch(Recorded.DISTRIBUTIONS.targets(2), Windows.of(life, 0, 2)).wanted(), 4));
        assertArrayEquals(new float[] {0, 1, 1, 0}, Arrays.copyOf(batch(Recorded.ACTIONS.targets(2), Windows.of(life, 0, 2)).wanted(), 4));
    }

    @Test
    void theBestArmIsTheOneThatPaidBestOverTheWindow() {
        // arm 0 paid 1 and 0, arm 1 paid 0.6; each label is arm 1, the first step's too
        List<Moment> life = lives.first(0, 0).then(1, 0, 1).then(0.6, 0, 0).then(0, 0, 0).made();
        WindowBatch batch = batch(new BestArm(2), Windows.of(life, 0, 4));
        assertEquals(4, batch.decided());
        assertArrayEquals(new float[] {0, 1, 0, 1, 0, 1, 0, 1}, Arrays.copyOf(batch.wanted(), 8));
        // in the first three steps arm 0 paid 1
        assertArrayEquals(new float[] {1, 0, 1, 0, 1, 0}, Arrays.copyOf(batch(new BestArm(2), Windows.of(life, 0, 3)).wanted(), 6));
    }

    @Test
    void armsThatAreEquallyGoodShareAndArmsNeverPulledDoNotCount() {
        List<Moment> life = lives.first(0, 0).then(-1, 0, 1).then(-1, 0, 0).made();
        assertArrayEquals(new float[] {0.5f, 0.5f}, Arrays.copyOf(batch(new BestArm(2), Windows.of(life, 0, 3)).wanted(), 2));
        assertArrayEquals(new float[] {1, 0}, Arrays.copyOf(batch(new BestArm(2), Windows.of(life, 0, 2)).wanted(), 2));
        assertEquals(0, batch(new BestArm(2), Windows.of(life, 0, 1)).decided());
    }

    @Test
    void ofEveryNthEpisodeOnlyTheFirstIsLeftAndThoseThatFollowItNByN() {
        for (int episode = 0; episode < 5; episode++) {
            lives.first(0, 0).then(episode, 1, 1).last(0, 0);
        }
        // the window begins in the middle of episode 0
        EveryNth odd = new EveryNth(2, 7);
        Sequences left = odd.of(Windows.of(lives.made(), 1, 14));
        List<Double> rewards = IntStream.range(0, left.length(0)).mapToObj(t -> left.step(0, t).reward()).toList();
        assertEquals(List.of(0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 4.0), rewards);
        assertEquals(1, left.decision(0, 6).action().index());
    }
}
