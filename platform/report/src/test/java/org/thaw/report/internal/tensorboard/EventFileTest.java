package org.thaw.report.internal.tensorboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class EventFileTest {
    @Test
    void theChecksumIsCastagnolisRotatedAndShifted() {
        // CRC32C of "123456789" is e3069283; rotated right by 15 bits 2507c60d, plus a282ead8
        assertEquals(0xc78ab0e5, EventFile.masked("123456789".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void theFirstRecordNamesTheVersion() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new EventFile(bytes).close();
        // length 24 and its checksum; field 1 the double 0; field 3 the 13 bytes of the version; checksum
        byte[] content = HexFormat.of().parseHex("09" + "00".repeat(8) + "1a0d" + HexFormat.of().formatHex("brain.Event:2".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(24, content.length);
        assertEquals(8 + 4 + 24 + 4, bytes.size());
        assertArrayEquals(content, Arrays.copyOfRange(bytes.toByteArray(), 12, 36));
        assertEquals(24, bytes.toByteArray()[0]);
    }
}
