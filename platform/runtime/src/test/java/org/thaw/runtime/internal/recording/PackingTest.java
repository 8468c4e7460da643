package org.thaw.runtime.internal.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;

/** Each column is kept in the way that takes the fewest bytes. All but the observations is the same in all steps here. */
class PackingTest {
    private static final Signature CELLS = new Signature(new Space.Categorical(100_000), new Space.Categorical(2));
    private static final Signature PICTURES = new Signature(Space.Real.of(-1, 1, 4), new Space.Categorical(2));
    /** Heads of the 11 columns that there are, and one row of each: 1 + 4 + 8 + 8 + 4 + 1 + 8 + 8 + 8 + 4, without the observation. */
    private static final int REST = 11 * 3 + 54;

    /** Packs so many steps, checks what can be read of them, and returns how many bytes the observations take. */
    private static int packed(Signature signature, int steps, StepBuffer step, IntConsumer observe) {
        Layout layout = new Layout(signature);
        OpenBlock block = new OpenBlock(layout, signature);
        List<StepBuffer> all = new ArrayList<>();
        Decision decision = new Decision(signature);
        for (int i = 0; i < steps; i++) {
            observe.accept(i);
            block.put(step, decision);
            all.add(new StepBuffer(signature));
            all.get(i).copyFrom(step);
        }
        Packing packing = new Packing(layout);
        byte[] out = new byte[packing.mostBytes()];
        int bytes = packing.pack(block.columns(), block.data(), steps, out);
        Columns columns = new Columns(layout);
        assertEquals(bytes, columns.attach(out, 0, steps));
        StepBuffer read = new StepBuffer(signature);
        for (int i = 0; i < steps; i++) {
            new StepReader().read(columns, i, read, decision);
            if (signature == CELLS) {
                assertEquals(all.get(i).state(), read.state());
            } else {
                assertArrayEquals(all.get(i).observation().floats(), read.observation().floats());
            }
        }
        return bytes - REST;
    }

    private static int cells(int steps, IntUnaryOperator cell) {
        StepBuffer step = new StepBuffer(CELLS);
        return packed(CELLS, steps, step, i -> step.observation().ints()[0] = cell.applyAsInt(i));
    }

    @Test
    void aRowThatNeverChangesIsKeptOnce() {
        assertEquals(4, cells(1000, i -> 70_000));
        assertEquals(4, cells(1, i -> 70_000));
    }

    @Test
    void fewRowsAreKeptInATableWithAByteForEachStep() {
        assertEquals(256 * 4 + 1000, cells(1000, i -> i % 256 * 300));
    }

    @Test
    void moreRowsTakeTwoBytesForEachStep() {
        assertEquals(257 * 4 + 2 * 1000, cells(1000, i -> i % 257 * 300));
    }

    @Test
    void rowsThatAreAllDifferentAreKeptAsTheyAre() {
        assertEquals(1000 * 4, cells(1000, i -> i * 99));
    }

    @Test
    void vectorsOfFewNumbersTakeAByteForEachNumber() {
        StepBuffer step = new StepBuffer(PICTURES);
        float[] picture = step.observation().floats();
        int bytes = packed(PICTURES, 900, step, i -> {
            for (int j = 0; j < 4; j++) {
                picture[j] = (i >> j * 3) % 8; // 8 different numbers, 900 different pictures
            }
        });
        assertEquals(8 * 4 + 900 * 4, bytes);
    }

    @Test
    void vectorsOfManyNumbersAreKeptAsTheyAre() {
        StepBuffer step = new StepBuffer(PICTURES);
        float[] picture = step.observation().floats();
        assertEquals(900 * 16, packed(PICTURES, 900, step, i -> picture[i % 4] = i));
    }
}
