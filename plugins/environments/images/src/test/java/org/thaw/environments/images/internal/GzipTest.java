package org.thaw.environments.images.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipTest {
    private static final byte[] CONTENT = {1, 2, 3, 4, 5, 6, 7};

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("labels.gz");
    }

    @Test
    void theContentIsUnpacked() throws IOException {
        Files.write(file, gzip(CONTENT));
        assertArrayEquals(CONTENT, Gzip.read(file, InputStream::readAllBytes));
    }

    @Test
    void aFileThatIsNotGzippedIsNamed() throws IOException {
        Files.write(file, CONTENT);
        assertEquals(file + ": not an intact gzip file: Not in GZIP format", refusal(InputStream::readAllBytes));
    }

    @Test
    void aFileCutOffAnywhereIsNamed() throws IOException {
        byte[] whole = gzip(CONTENT);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertEquals(file + ": the compressed data end too early; the file is cut off", refusal(InputStream::readAllBytes));
        }
    }

    @Test
    void aFlippedBitIsNoticed() throws IOException {
        byte[] damaged = gzip(CONTENT);
        damaged[damaged.length - 8] ^= 1;
        Files.write(file, damaged);
        assertTrue(refusal(InputStream::readAllBytes).startsWith(file + ": not an intact gzip file: "));
    }

    @Test
    void whatTheReaderObjectsToIsSaidAfterTheNameOfTheFile() throws IOException {
        Files.write(file, gzip(CONTENT));
        assertEquals(file + ": magic number 0x01020304 at byte 0, expected 0x00000801 (labels: unsigned bytes, 1 dimension)",
                refusal(in -> IdxReader.labels(in, 3, 3)));
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private String refusal(Gzip.Reader<?> reader) {
        return assertThrows(UncheckedIOException.class, () -> Gzip.read(file, reader)).getMessage();
    }
}
