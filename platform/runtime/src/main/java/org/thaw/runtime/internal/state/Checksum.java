package org.thaw.runtime.internal.state;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The checksum of a file of saved state: CRC32C over all its bytes, with zeros where the checksum itself stands. It stands first in the
 * header, at the same place in every such file.
 */
final class Checksum {
    /** Key of the metadata. */
    static final String KEY = "crc32c";
    /** What stands before the checksum is given. */
    static final String ZEROS = "00000000";
    /** How the header of every such file begins. */
    static final String OPENING = "{\"" + SafetensorsHeader.METADATA + "\":{\"" + KEY + "\":\"";
    /** Where the checksum stands in the file. */
    static final int POSITION = SafetensorsHeader.LENGTH_BYTES + OPENING.length();

    private Checksum() {
    }

    /** That of a file, lower-case hex. The file must reach beyond the checksum's place. */
    static String of(RandomAccessFile file) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] block = new byte[TensorBytes.BLOCK];
        long left = file.length();
        file.seek(0);
        for (boolean first = true; left > 0; first = false) {
            int count = (int) Math.min(block.length, left);
            file.readFully(block, 0, count);
            if (first) {
                Arrays.fill(block, POSITION, POSITION + ZEROS.length(), (byte) '0');
            }
            crc.update(block, 0, count);
            left -= count;
        }
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** Gives a file its checksum. */
    static void stamp(RandomAccessFile file) throws IOException {
        String sum = of(file);
        file.seek(POSITION);
        file.write(sum.getBytes(StandardCharsets.US_ASCII));
    }
}
