package org.thaw.toolkit.replay;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;

/**
 * Observations in numbered slots, as compact as they can be without loss: a byte for each number as long as all that were met are whole numbers from 0 to
 * 255 (bytes, zeros and ones, counts), else four. Of stacked frames one is stored in each slot. Memory is taken in blocks when slots are first used.
 */
final class ObservationStore {
    private static final int BLOCK_BYTES = 1 << 18;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Space space;
    private final int frames;
    private final int size;
    private final int perBlock;
    private final float[] numbers = new float[256];
    private byte[][] narrow;
    private float[][] wide = {};

    /**
     * An empty one.
     *
     * @param frames how many frames stand in the last axis of an observation; 1 where it is stored whole
     */
    ObservationStore(Space space, int slots, int frames) {
        this.space = space;
        this.frames = frames;
        size = space.size() / frames;
        perBlock = Math.max(1, Math.min(slots, BLOCK_BYTES / size));
        narrow = new byte[(slots - 1) / perBlock + 1][];
        boolean bytes = space.type() == Tensor.Type.U8;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes ? i / 255f : i;
        }
    }

    /** How many numbers an observation has for a network. */
    int width() {
        return space instanceof Space.Categorical numbered ? numbered.count() : size * frames;
    }

    /** Writes one frame of an observation into a slot. */
    void write(int slot, Tensor observation, int frame) {
        if (narrow.length > 0 && !writeNarrow(slot, observation, frame)) {
            widen();
        }
        if (wide.length > 0) {
            float[] block = wideBlock(slot);
            int at = slot % perBlock * size;
            for (int i = 0; i < size; i++) {
                block[at + i] = value(observation, i * frames + frame);
            }
        }
    }

    private boolean writeNarrow(int slot, Tensor observation, int frame) {
        byte[] block = narrowBlock(slot);
        int at = slot % perBlock * size;
        if (observation.type() == Tensor.Type.U8) {
            byte[] bytes = observation.bytes();
            for (int i = 0; i < size; i++) {
                block[at + i] = bytes[i * frames + frame];
            }
            return true;
        }
        for (int i = 0; i < size; i++) {
            float value = value(observation, i * frames + frame);
            int whole = (int) value & 0xff;
            if (Float.floatToRawIntBits(value) != Float.floatToRawIntBits(whole)) {
                return false;
            }
            block[at + i] = (byte) whole;
        }
        return true;
    }

    private static float value(Tensor observation, int index) {
        return observation.type() == Tensor.Type.I32 ? observation.ints()[index] : observation.floats()[index];
    }

    /** Whether a slot holds this frame of an observation. */
    boolean holds(int slot, Tensor observation, int frame) {
        int at = slot % perBlock * size;
        boolean bytes = observation.type() == Tensor.Type.U8;
        for (int i = 0; i < size; i++) {
            int index = i * frames + frame;
            if (bytes ? narrowBlock(slot)[at + i] != observation.bytes()[index] : stored(slot, at + i) != value(observation, index)) {
                return false;
            }
        }
        return true;
    }

    private float stored(int slot, int at) {
        return wide.length > 0 ? wideBlock(slot)[at] : narrowBlock(slot)[at] & 0xff;
    }

    /** Writes a slot as numbers for a network, as one frame of the observation at {@code to[offset …]}: bytes divided by 255, a number below n as one of n. */
    void read(int slot, float[] to, int offset, int frame) {
        int at = slot % perBlock * size;
        if (space instanceof Space.Categorical numbered) {
            Arrays.fill(to, offset, offset + numbered.count(), 0);
            to[offset + (int) stored(slot, at)] = 1;
        } else if (wide.length > 0) {
            float[] block = wideBlock(slot);
            for (int i = 0; i < size; i++) {
                to[offset + i * frames + frame] = block[at + i];
            }
        } else {
            readNarrow(narrowBlock(slot), at, to, offset + frame);
        }
    }

    private void readNarrow(byte[] block, int at, float[] to, int offset) {
        if (frames == 1) {
            readDark(block, at, to, offset);
            return;
        }
        for (int i = 0; i < size; i++) {
            to[offset + i * frames] = numbers[block[at + i] & 0xff];
        }
    }

    /** Most pictures are mostly dark: eight bytes at once, of which those that are zero are passed over. */
    private void readDark(byte[] block, int at, float[] to, int offset) {
        Arrays.fill(to, offset, offset + size, 0);
        int i = 0;
        for (; i + Long.BYTES <= size; i += Long.BYTES) {
            long bytes = (long) EIGHT.get(block, at + i);
            while (bytes != 0) {
                int shift = Long.numberOfTrailingZeros(bytes) & -Byte.SIZE;
                to[offset + i + shift / Byte.SIZE] = numbers[(int) (bytes >>> shift) & 0xff];
                bytes &= -1L << shift << Byte.SIZE;
            }
        }
        for (; i < size; i++) {
            to[offset + i] = numbers[block[at + i] & 0xff];
        }
    }

    private byte[] narrowBlock(int slot) {
        int block = slot / perBlock;
        if (narrow[block] == null) {
            narrow[block] = new byte[perBlock * size];
        }
        return narrow[block];
    }

    private float[] wideBlock(int slot) {
        int block = slot / perBlock;
        if (wide[block] == null) {
            wide[block] = new float[perBlock * size];
        }
        return wide[block];
    }

    /** From bytes to floats. */
    private void widen() {
        wide = new float[narrow.length][];
        for (int b = 0; b < wide.length; b++) {
            if (narrow[b] != null) {
                wide[b] = new float[narrow[b].length];
                for (int i = 0; i < wide[b].length; i++) {
                    wide[b][i] = narrow[b][i] & 0xff;
                }
            }
        }
        narrow = new byte[0][];
    }

    /** Writes the first {@code used} slots. */
    void save(StateWriter out, int used) {
        for (int first = 0; first < used; first += perBlock) {
            int rows = Math.min(perBlock, used - first);
            String name = "observations/" + first / perBlock;
            out.tensor(StateKind.MEMORY, name, wide.length > 0 ? Tensor.of(Arrays.copyOf(wideBlock(first), rows * size), rows, size)
                    : Tensor.of(Arrays.copyOf(narrowBlock(first), rows * size), rows, size));
        }
    }

    /** Reads as many; what was there is forgotten. */
    void restore(StateReader in, int used) {
        int blocks = Math.max(narrow.length, wide.length);
        narrow = new byte[blocks][];
        wide = new float[0][];
        for (int first = 0; first < used; first += perBlock) {
            Tensor saved = in.tensor("observations/" + first / perBlock);
            int n = Math.min(perBlock, used - first) * size;
            if (saved.size() != n) {
                throw new IllegalArgumentException("the saved observations are " + saved + ", expected " + n / size + " rows of " + size);
            }
            if (saved.type() == Tensor.Type.F32) {
                wide = wide.length > 0 ? wide : new float[blocks][];
                System.arraycopy(saved.floats(), 0, wideBlock(first), 0, n);
            } else {
                System.arraycopy(saved.bytes(), 0, narrowBlock(first), 0, n);
            }
        }
        narrow = wide.length > 0 ? new byte[0][] : narrow;
    }
}
