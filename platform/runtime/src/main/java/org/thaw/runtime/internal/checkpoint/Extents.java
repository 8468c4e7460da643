package org.thaw.runtime.internal.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Sums over the beginnings of files. */
public final class Extents {
    private static final int BLOCK = 1 << 16;

    private Extents() {
    }

    /** The first so many bytes of a file, or all that there is. */
    public static RunState.Extent of(Path file, long bytes) throws IOException {
        CRC32C sum = new CRC32C();
        long read = 0;
        if (Files.exists(file)) {
            byte[] block = new byte[BLOCK];
            try (InputStream in = Files.newInputStream(file)) {
                while (read < bytes) {
                    int count = in.read(block, 0, (int) Math.min(BLOCK, bytes - read));
                    if (count < 0) {
                        break;
                    }
                    sum.update(block, 0, count);
                    read += count;
                }
            }
        }
        return new RunState.Extent(read, sum.getValue());
    }
}
