package org.thaw.runtime.internal.recording;

import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import org.thaw.api.environment.Step;

/** Packs open blocks and writes them to the end of a file. */
final class BlockWriter implements AutoCloseable {
    private final RecordingFile file;
    private final Packing packing;
    private final Starts starts = new Starts();
    private final Frame frame = new Frame();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final CRC32C sum = new CRC32C();
    private final byte[] packed;
    private final byte[] out;

    BlockWriter(RecordingFile file, Layout layout) {
        this.file = file;
        packing = new Packing(layout);
        packed = new byte[packing.mostBytes()];
        out = new byte[Frame.BYTES + Starts.MOST_BYTES + packed.length];
    }

    /** Writes that lives begin or end. */
    void mark(int tag, int life, int count) {
        frame.mark(tag, life, count);
        frame.write(out);
        file.append(out, Frame.BYTES);
    }

    /** Writes the steps of a block, tells the indices where, and empties it. */
    void write(int life, OpenBlock block, LifeIndex lives, BlockIndex blocks) {
        int bytes = packing.pack(block.columns(), block.data(), block.steps(), packed);
        frame.tag = Frame.STEPS;
        frame.life = life;
        frame.first = block.first();
        frame.count = block.steps();
        frame.packed = bytes;
        frame.starts = starts(block);
        int at = Frame.BYTES + frame.starts;
        System.arraycopy(starts.bytes(), 0, out, Frame.BYTES, frame.starts);
        frame.stored = deflate(bytes, at);
        sum.reset();
        sum.update(out, at, frame.stored);
        frame.check = (int) sum.getValue();
        frame.write(out);
        long place = file.append(out, at + frame.stored);
        lives.block(life, block.first(), blocks.add(frame, place + at));
        block.advance();
    }

    /** Returns how many bytes it took: as many as were packed means that they stand there as they are. */
    private int deflate(int bytes, int at) {
        deflater.reset();
        deflater.setInput(packed, 0, bytes);
        deflater.finish();
        int room = bytes - 1;
        int deflated = 0;
        int more = 1;
        while (!deflater.finished() && deflated < room && more > 0) {
            more = deflater.deflate(out, at + deflated, room - deflated);
            deflated += more;
        }
        if (deflater.finished()) {
            return deflated;
        }
        System.arraycopy(packed, 0, out, at, bytes);
        return bytes;
    }

    private int starts(OpenBlock block) {
        starts.clear();
        for (int step = 0; step < block.steps(); step++) {
            if (Kinds.of(block.columns().getByte(Layout.FLAGS, step)) == Step.Kind.FIRST || block.first() + step == 0) {
                starts.add(step);
            }
        }
        return starts.finish();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
