package org.thaw.toolkit.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.Tensor;
import org.thaw.api.environment.StepBuffer;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;

/** Steps are told apart by their actions: the action of step i is i. */
class TransitionMemoryTest {
    private static final int ACTIONS = 20;
    private static final Signature NUMBERS = new Signature(Space.Real.of(-1000, 1000, 2), new Space.Categorical(ACTIONS));
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    /** What was drawn for an action. */
    private record Row(float[] state, float total, float discount, float[] next, boolean[] legal) {
    }

    private final Life life = new Life(NUMBERS);

    /** One life in which observation i is (i, ½ i) and the reward for step i is i + 1. */
    private static class Life {
        final Signature signature;
        StepBuffer from;
        StepBuffer to;

        Life(Signature signature) {
            this.signature = signature;
            from = new StepBuffer(signature);
            to = new StepBuffer(signature);
        }

        void look(StepBuffer step, float number) {
            step.observation().floats()[0] = number;
            step.observation().floats()[1] = number / 2;
        }

        /** Steps from the first number up to the last, in an episode that is open at both ends. */
        void pass(TransitionMemory memory, int first, int last) {
            from.first();
            look(from, first);
            for (int i = first; i < last; i++) {
                to.transition(i + 1);
                look(to, i + 1);
                memory.add(0, from, i, to);
                StepBuffer next = to;
                to = from;
                from = next;
            }
        }
    }

    private static Map<Integer, Row> drawn(TransitionMemory memory, Horizon horizon) {
        TransitionBatch batch = memory.batch(400);
        memory.draw(horizon, new HostStream(1), batch);
        Map<Integer, Row> rows = new TreeMap<>();
        int choices = batch.nextLegal().length / batch.rows();
        for (int i = 0; i < batch.rows(); i++) {
            rows.put(batch.actions()[i], new Row(row(batch.states(), i, batch.width()), batch.returns()[i], batch.discounts()[i], row(batch.nextStates(), i, batch.width()),
                    Arrays.copyOfRange(batch.nextLegal(), i * choices, (i + 1) * choices)));
        }
        return rows;
    }

    private static float[] row(float[] values, int row, int width) {
        return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }

    private static void check(Row row, float[] state, double total, double discount, float[] next) {
        assertArrayEquals(state, row.state());
        assertEquals(total, row.total(), 1e-5);
        assertEquals(discount, row.discount(), 1e-6);
        assertArrayEquals(next, row.next());
    }

    private TransitionMemory terminated() {
        TransitionMemory memory = new TransitionMemory(NUMBERS, 30, 1);
        life.pass(memory, 0, 3);
        life.to.termination(10);
        life.look(life.to, 99);
        memory.add(0, life.from, 3, life.to);
        return memory;
    }

    @Test
    void oneStepReturnsAreRewardsAndNothingFollowsATermination() {
        Map<Integer, Row> rows = drawn(terminated(), new Horizon(1, 0.5, NO_LIMIT));
        assertEquals(4, rows.size());
        check(rows.get(0), new float[] {0, 0}, 1, 0.5, new float[] {1, 0.5f});
        check(rows.get(2), new float[] {2, 1}, 3, 0.5, new float[] {3, 1.5f});
        check(rows.get(3), new float[] {3, 1.5f}, 10, 0, new float[] {0, 0});
    }

    @Test
    void returnsOverThreeStepsStopAtATermination() {
        Map<Integer, Row> rows = drawn(terminated(), new Horizon(3, 0.5, NO_LIMIT));
        assertEquals(4, rows.size());
        // 1 + ½·2 + ¼·3, then ⅛ of the estimate at step 3
        check(rows.get(0), new float[] {0, 0}, 2.75, 0.125, new float[] {3, 1.5f});
        // 2 + ½·3 + ¼·10
        check(rows.get(1), new float[] {1, 0.5f}, 6, 0, new float[] {0, 0});
        check(rows.get(2), new float[] {2, 1}, 3 + 5, 0, new float[] {0, 0});
        check(rows.get(3), new float[] {3, 1.5f}, 10, 0, new float[] {0, 0});
    }

    @Test
    void returnsOverThreeStepsStopWhereAnEpisodeIsCutOffAndGoOnWithTheEstimateThere() {
        TransitionMemory memory = new TransitionMemory(NUMBERS, 30, 1);
        life.pass(memory, 0, 3);
        life.to.truncation(10);
        life.look(life.to, 4);
        memory.add(0, life.from, 3, life.to);
        life.pass(memory, 10, 12);
        Map<Integer, Row> rows = drawn(memory, new Horizon(3, 0.5, NO_LIMIT));
        check(rows.get(1), new float[] {1, 0.5f}, 6, 0.125, new float[] {4, 2});
        check(rows.get(2), new float[] {2, 1}, 8, 0.25, new float[] {4, 2});
        check(rows.get(3), new float[] {3, 1.5f}, 10, 0.5, new float[] {4, 2});
        // the second episode has not lived three steps yet, and no return leads from the first into it
        assertEquals(List.of(0, 1, 2, 3), List.copyOf(rows.keySet()));
    }

    @Test
    void theNewestStepsWaitForTheRestOfTheirReturn() {
        TransitionMemory memory = new TransitionMemory(NUMBERS, 30, 1);
        Horizon horizon = new Horizon(3, 0.5, NO_LIMIT);
        life.pass(memory, 0, 2);
        assertFalse(memory.ready(horizon));
        assertThrows(IllegalStateException.class, () -> drawn(memory, horizon));
        TransitionMemory longer = new TransitionMemory(NUMBERS, 30, 1);
        life.pass(longer, 0, 5);
        assertEquals(List.of(0, 1, 2), List.copyOf(drawn(longer, horizon).keySet()));
    }

    @Test
    void theOldestStepsMakeRoomForNewOnes() {
        TransitionMemory memory = new TransitionMemory(NUMBERS, 6, 1);
        life.pass(memory, 0, 14);
        // six slots: five transitions and the observation that the last one led to
        Map<Integer, Row> rows = drawn(memory, new Horizon(1, 0.5, NO_LIMIT));
        assertEquals(List.of(9, 10, 11, 12, 13), List.copyOf(rows.keySet()));
        assertEquals(5, memory.transitions());
        check(rows.get(13), new float[] {13, 6.5f}, 14, 0.5, new float[] {14, 7});
    }

    @Test
    void livesThatTakeTurnsInOneLaneAreNotJoined() {
        TransitionMemory memory = new TransitionMemory(NUMBERS, 30, 1);
        life.pass(memory, 0, 2);
        Life other = new Life(NUMBERS);
        other.pass(memory, 10, 12);
        // the first life goes on where it stood
        life.to.transition(3);
        life.look(life.to, 3);
        memory.add(0, life.from, 2, life.to);
        Map<Integer, Row> rows = drawn(memory, new Horizon(1, 0.5, NO_LIMIT));
        check(rows.get(1), new float[] {1, 0.5f}, 2, 0.5, new float[] {2, 1});
        check(rows.get(11), new float[] {11, 5.5f}, 12, 0.5, new float[] {12, 6});
        check(rows.get(2), new float[] {2, 1}, 3, 0.5, new float[] {3, 1.5f});
    }

    @Test
    void rewardsCountUpToTheLimit() {
        Map<Integer, Row> rows = drawn(terminated(), new Horizon(2, 0.5, 1));
        assertEquals(1.5, rows.get(2).total(), 1e-6);
        assertEquals(1, rows.get(3).total(), 1e-6);
    }

    @Test
    void legalActionsAreThoseOfTheStepAfter() {
        TransitionMemory memory = new TransitionMemory(NUMBERS, 30, 1);
        life.from.first();
        life.to.transition(1);
        life.look(life.to, 1);
        life.to.legal()[7] = false;
        memory.add(0, life.from, 0, life.to);
        boolean[] legal = drawn(memory, new Horizon(1, 0.5, NO_LIMIT)).get(0).legal();
        assertFalse(legal[7]);
        assertTrue(legal[6]);
    }

    @Test
    void wholeNumbersTakeAByteUntilOneIsNone() {
        TransitionMemory memory = new TransitionMemory(new Signature(Space.Real.of(0, 300, 2), NUMBERS.output()), 30, 1);
        Life whole = new Life(NUMBERS) {
            @Override
            void look(StepBuffer step, float number) {
                step.observation().floats()[0] = number;
                step.observation().floats()[1] = number < 5 ? 255 : -0.25f;
            }
        };
        whole.pass(memory, 0, 4);
        // five steps with an action, a reward, a discount and twenty legal actions each; two numbers
        assertEquals(5 * (4 + 4 + 4 + 20 + 2), MemoryState.of(memory).bytes(StateKind.MEMORY));
        whole.pass(memory, 4, 6);
        assertEquals(8 * (4 + 4 + 4 + 20 + 2 * 4), MemoryState.of(memory).bytes(StateKind.MEMORY));
        Map<Integer, Row> rows = drawn(memory, new Horizon(1, 0.5, NO_LIMIT));
        check(rows.get(2), new float[] {2, 255}, 3, 0.5, new float[] {3, 255});
        check(rows.get(5), new float[] {5, -0.25f}, 6, 0.5, new float[] {6, -0.25f});
    }

    /** Eight pixels are looked at together, of which dark ones are passed over. */
    @Test
    void darkAndBrightPixelsAreDrawnAsTheyWere() {
        int pixels = 21;
        Signature pictures = new Signature(new Space.Real(Tensor.Type.U8, List.of(pixels), 0, 255), NUMBERS.output());
        TransitionMemory memory = new TransitionMemory(pictures, 30, 1);
        StepBuffer from = new StepBuffer(pictures);
        StepBuffer to = new StepBuffer(pictures);
        SplittableRandom random = new SplittableRandom(1);
        float[][] expected = new float[ACTIONS + 1][pixels];
        for (int i = 0; i <= ACTIONS; i++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                int brightness = random.nextInt(ACTIONS) < i ? random.nextInt(256) : 0;
                to.observation().bytes()[pixel] = (byte) brightness;
                expected[i][pixel] = brightness / 255f;
            }
            if (i == 0) {
                to.first();
            } else {
                to.transition(0);
                memory.add(0, from, i - 1, to);
            }
            StepBuffer next = to;
            to = from;
            from = next;
        }
        TransitionBatch batch = memory.batch(100);
        RandomStream stream = new HostStream(1);
        for (int draw = 0; draw < 2; draw++) {
            memory.draw(new Horizon(1, 0.5, NO_LIMIT), stream, batch);
            for (int row = 0; row < batch.rows(); row++) {
                int i = batch.actions()[row];
                assertArrayEquals(expected[i], row(batch.states(), row, pixels));
                assertArrayEquals(expected[i + 1], row(batch.nextStates(), row, pixels));
            }
        }
    }

    @Test
    void numberedObservationsAreDrawnAsOneOfMany() {
        Signature numbered = new Signature(new Space.Categorical(4), NUMBERS.output());
        TransitionMemory memory = new TransitionMemory(numbered, 30, 1);
        StepBuffer from = new StepBuffer(numbered);
        StepBuffer to = new StepBuffer(numbered);
        from.first();
        from.observation().ints()[0] = 2;
        to.transition(1);
        to.observation().ints()[0] = 3;
        memory.add(0, from, 0, to);
        check(drawn(memory, new Horizon(1, 0.5, NO_LIMIT)).get(0), new float[] {0, 0, 1, 0}, 1, 0.5, new float[] {0, 0, 0, 1});
    }

    /** Two frames of two pixels, [2, 1, 2]: pixel by pixel the older and the newer one. Step i shows the frames i − 1 and i. */
    @Test
    void stackedFramesAreStoredOnceAndStackedAgain() {
        Signature stacked = new Signature(new Space.Real(Tensor.Type.U8, List.of(2, 1, 2), 0, 255), NUMBERS.output());
        TransitionMemory memory = new TransitionMemory(stacked, 8, 2);
        StepBuffer from = new StepBuffer(stacked);
        StepBuffer to = new StepBuffer(stacked);
        from.first();
        show(from, 0);
        for (int i = 0; i < 12; i++) {
            to.transition(0);
            show(to, i + 1);
            memory.add(0, from, i, to);
            StepBuffer next = to;
            to = from;
            from = next;
        }
        Map<Integer, Row> rows = drawn(memory, new Horizon(1, 0.5, NO_LIMIT));
        // eight slots hold the frames 5 to 12; the first of them has no frame before it
        assertEquals(List.of(6, 7, 8, 9, 10, 11), List.copyOf(rows.keySet()));
        rows.forEach((i, row) -> {
            assertArrayEquals(pixels(i), row.state(), 1e-6f);
            assertArrayEquals(pixels(i + 1), row.next(), 1e-6f);
        });
    }

    private static void show(StepBuffer step, int i) {
        byte[] bytes = step.observation().bytes();
        for (int pixel = 0; pixel < 2; pixel++) {
            bytes[2 * pixel] = (byte) (10 * i + pixel);
            bytes[2 * pixel + 1] = (byte) (10 * i + 10 + pixel);
        }
    }

    private static float[] pixels(int i) {
        return new float[] {10 * i / 255f, (10 * i + 10) / 255f, (10 * i + 1) / 255f, (10 * i + 11) / 255f};
    }

    @Test
    void drawsOnIdenticallyAfterRestoring() {
        Signature lanes = NUMBERS.withLanes(2);
        TransitionMemory original = new TransitionMemory(lanes, 12, 1);
        life.pass(original, 0, 14);
        original.add(1, life.to, 1, life.from);
        TransitionMemory restored = new TransitionMemory(lanes, 12, 1);
        new Life(NUMBERS).pass(restored, 3, 5);
        MemoryState.of(original).into(restored);
        Horizon horizon = new Horizon(1, 0.5, NO_LIMIT);
        TransitionBatch a = original.batch(50);
        TransitionBatch b = restored.batch(50);
        original.draw(horizon, new HostStream(5), a);
        restored.draw(horizon, new HostStream(5), b);
        assertArrayEquals(a.actions(), b.actions());
        assertArrayEquals(a.nextStates(), b.nextStates());
        assertTrue(MemoryState.of(original).sameAs(MemoryState.of(restored)));
    }

    @Test
    void refusesAStateOfAnotherCapacity() {
        TransitionMemory memory = terminated();
        TransitionMemory larger = new TransitionMemory(NUMBERS, 31, 1);
        String message = assertThrows(IllegalArgumentException.class, () -> MemoryState.of(memory).into(larger)).getMessage();
        assertTrue(message.contains("room for 30 steps") && message.contains("31"), message);
    }
}
