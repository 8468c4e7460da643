package org.thaw.runtime.internal.recording;

import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Gets blocks out of a file: checks, unpacks and keeps them. */
final class BlockReader implements AutoCloseable {
    private final RecordingFile file;
    private final BlockIndex blocks;
    private final BlockCache cache;
    private final Inflater inflater = new Inflater(true);
    private final CRC32C sum = new CRC32C();
    private byte[] stored = {};

    BlockReader(RecordingFile file, BlockIndex blocks, BlockCache cache) {
        this.file = file;
        this.blocks = blocks;
        this.cache = cache;
    }

    /** The columns become those of a block; good until the next call. */
    void attach(Columns columns, int block) {
        if (!cache.holds(block)) {
            cache.admit(block, blocks.packed(block));
            boolean whole = false;
            try {
                load(block);
                whole = true;
            } finally {
                if (!whole) {
                    cache.forget(block);
                }
            }
        }
        columns.attach(cache.page(block), cache.offset(block), blocks.steps(block));
    }

    /** How many steps a block has. */
    int steps(int block) {
        return blocks.steps(block);
    }

    private void load(int block) {
        int bytes = blocks.stored(block);
        int packed = blocks.packed(block);
        if (stored.length < bytes) {
            stored = new byte[bytes + (bytes >> 1)];
        }
        file.read(blocks.place(block), stored, bytes);
        sum.reset();
        sum.update(stored, 0, bytes);
        if ((int) sum.getValue() != blocks.sum(block)) {
            throw file.torn(blocks.place(block), "the checksum of a block of " + blocks.steps(block) + " steps and " + bytes + " bytes does not hold");
        }
        byte[] page = cache.page(block);
        int at = cache.offset(block);
        if (bytes == packed) {
            System.arraycopy(stored, 0, page, at, bytes);
        } else {
            unpack(block, page, at, packed);
        }
    }

    private void unpack(int block, byte[] page, int at, int packed) {
        inflater.reset();
        inflater.setInput(stored, 0, blocks.stored(block));
        int unpacked = 0;
        try {
            int more = 1;
            while (unpacked < packed && more > 0) {
                more = inflater.inflate(page, at + unpacked, packed - unpacked);
                unpacked += more;
            }
        } catch (DataFormatException e) {
            throw file.torn(blocks.place(block), "a block cannot be unpacked: " + e.getMessage());
        }
        if (unpacked < packed) {
            throw file.torn(blocks.place(block), "a block unpacks to " + unpacked + " bytes, not " + packed);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
