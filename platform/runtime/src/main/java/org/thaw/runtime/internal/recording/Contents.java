package org.thaw.runtime.internal.recording;

import java.util.Arrays;
import org.thaw.api.Signature;

/** What a file of lives holds: found by going from block to block, without unpacking any. */
final class Contents {
    private static final int SOME = 1 << 9;

    private final RecordingFile file;
    private final Signature signature;
    private final LifeIndex lives = new LifeIndex();
    private final BlockIndex blocks = new BlockIndex();
    private int firstOpen;
    private int open;

    private Contents(RecordingFile file) {
        this.file = file;
        signature = file.signature();
    }

    /** Of a file that has its heading. */
    static Contents of(RecordingFile file) {
        Contents contents = new Contents(file);
        contents.walk(Heading.of(contents.signature).length);
        return contents;
    }

    Signature signature() {
        return signature;
    }

    LifeIndex lives() {
        return lives;
    }

    BlockIndex blocks() {
        return blocks;
    }

    /** How many lives are going on. */
    int open() {
        return open;
    }

    /** The first of them. */
    int firstOpen() {
        return firstOpen;
    }

    private void walk(long from) {
        Frame frame = new Frame();
        byte[] buffer = new byte[SOME];
        for (long at = from; at < file.length();) {
            long left = file.length() - at;
            int count = (int) Math.min(buffer.length, left);
            file.read(at, buffer, count);
            frame.read(buffer);
            if (count < Frame.BYTES) {
                throw file.torn(at, "a block breaks off within the " + Frame.BYTES + " bytes before it");
            }
            if (frame.starts < 0 || frame.starts > Math.min(Starts.MOST_BYTES, left - Frame.BYTES)) {
                throw file.torn(at, "what stands before a block does not fit its checksum, or breaks off");
            }
            if (frame.starts > count - Frame.BYTES) {
                count = Frame.BYTES + frame.starts;
                buffer = Arrays.copyOf(buffer, count);
                file.read(at, buffer, count);
            }
            if (!frame.isWhole(buffer)) {
                throw file.torn(at, "what stands before a block does not fit its checksum");
            }
            if (frame.stored > left - Frame.BYTES - frame.starts) {
                throw file.torn(at, "a block of life " + frame.life + " should have " + frame.stored + " bytes and breaks off after "
                        + (left - Frame.BYTES - frame.starts));
            }
            take(frame, buffer, at);
            at += Frame.BYTES + frame.starts + frame.stored;
        }
    }

    private void take(Frame frame, byte[] buffer, long at) {
        if (frame.tag == Frame.BEGIN && frame.life == lives.lives() && open == 0) {
            firstOpen = frame.life;
            open = frame.count;
            lives.begin(open);
        } else if (frame.tag == Frame.END && open > 0) {
            open = 0;
        } else if (frame.tag == Frame.STEPS && frame.life >= firstOpen && frame.life - firstOpen < open && frame.first == lives.steps(frame.life)) {
            lives.grow(frame, buffer, Frame.BYTES);
            lives.block(frame.life, frame.first, blocks.add(frame, at + Frame.BYTES + frame.starts));
        } else {
            throw file.torn(at, "a block of life " + frame.life + " from step " + frame.first + " on is in the wrong place");
        }
    }
}
