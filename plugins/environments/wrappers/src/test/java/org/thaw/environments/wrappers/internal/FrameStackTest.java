package org.thaw.environments.wrappers.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Spec;
import org.thaw.tck.host.MemoryState;

class FrameStackTest {
    private static Life life(String toy, FrameStack.Before before) {
        return new Life(new FrameStack().create(new FrameStack.Config(Spec.of(toy), 3, before), Toys.host(1)));
    }

    /** Frames stand side by side along the last axis, here of two channels: at each pixel the two of the oldest, …, the two of the newest. */
    private static float[] stacked(float... firsts) {
        float[] all = new float[Toy.STATES * firsts.length];
        for (int pixel = 0; pixel < Toy.STATES / 2; pixel++) {
            for (int frame = 0; frame < firsts.length; frame++) {
                for (int channel = 0; channel < 2; channel++) {
                    all[(pixel * firsts.length + frame) * 2 + channel] = firsts[frame] + 2 * pixel + channel;
                }
            }
        }
        return all;
    }

    @Test
    void anEpisodeBeginsWithItsFirstFrameRepeatedAndOldFramesGo() {
        Life life = life("image", FrameStack.Before.FIRST).reset();
        assertEquals(List.of(2, 3, 6), life.world.signature().input().shape());
        assertArrayEquals(stacked(0, 0, 0), life.seen());
        assertArrayEquals(stacked(0, 0, 11), life.step(1).seen());
        assertArrayEquals(stacked(0, 11, 22), life.step(2).seen());
        assertArrayEquals(stacked(11, 22, 30), life.step(0).seen());
        assertArrayEquals(stacked(0, 0, 0), life.reset().seen());
    }

    @Test
    void orWithZeros() {
        Life life = life("image", FrameStack.Before.ZEROS).reset();
        life.step(1).step(2).step(0).reset();
        float[] seen = life.seen();
        for (int i = 0; i < seen.length; i++) {
            assertEquals(i % 6 < 4 ? 0 : i / 6 * 2 + i % 2, seen[i], "element " + i);
        }
    }

    @Test
    void bytesAreStackedLikeFloats() {
        float[] floats = life("image", FrameStack.Before.FIRST).reset().step(1).seen();
        byte[] bytes = life("bytes", FrameStack.Before.FIRST).reset().step(1).out.observation().bytes();
        for (int i = 0; i < floats.length; i++) {
            assertEquals(floats[i], bytes[i]);
        }
    }

    @Test
    void restoredFramesAreStillSeen() {
        Life saved = life("image", FrameStack.Before.FIRST).reset().step(1).step(2);
        Life restored = life("image", FrameStack.Before.FIRST);
        MemoryState.of(saved.world).into(restored.world);
        assertArrayEquals(stacked(11, 22, 30), restored.step(0).seen());
    }
}
