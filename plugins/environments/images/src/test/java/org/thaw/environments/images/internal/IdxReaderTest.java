package org.thaw.environments.images.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IdxReaderTest {
    /** Two images of one row and three columns. */
    private static final byte[] IMAGES = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 10, 11, 12, 20, 21, -1};
    private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 3, 2, 0, 1};

    @Test
    void imagesAreReadInTheirOrder() throws IOException {
        assertArrayEquals(new byte[] {10, 11, 12, 20, 21, -1}, IdxReader.images(new ByteArrayInputStream(IMAGES), 2, 1, 3));
    }

    @Test
    void labelsAreReadInTheirOrder() throws IOException {
        assertArrayEquals(new byte[] {2, 0, 1}, IdxReader.labels(new ByteArrayInputStream(LABELS), 3, 3));
    }

    @Test
    void aWrongMagicNumberIsNamedBesideTheRightOne() {
        assertEquals("magic number 0x00000801 at byte 0, expected 0x00000803 (images: unsigned bytes, 3 dimensions)", imagesRefused(LABELS));
        assertEquals("magic number 0x00000803 at byte 0, expected 0x00000801 (labels: unsigned bytes, 1 dimension)", labelsRefused(IMAGES));
    }

    @Test
    void wrongSizesAreNamedWithTheirPlace() {
        assertEquals("number of images 5 at byte 4, expected 2", imagesRefused(with(IMAGES, 7, 5)));
        assertEquals("number of images 4278190082 at byte 4, expected 2", imagesRefused(with(IMAGES, 4, -1)));
        assertEquals("height 9 at byte 8, expected 1", imagesRefused(with(IMAGES, 11, 9)));
        assertEquals("width 28 at byte 12, expected 3", imagesRefused(with(IMAGES, 15, 28)));
        assertEquals("number of labels 4 at byte 4, expected 3", labelsRefused(with(LABELS, 7, 4)));
    }

    @Test
    void aFileCutOffAnywhereIsRefused() {
        assertEquals("ends at byte 20, within the values; expected 6 bytes from byte 16", imagesRefused(Arrays.copyOf(IMAGES, 20)));
        assertEquals("ends at byte 6, within the number of images; expected 4 bytes from byte 4", imagesRefused(Arrays.copyOf(IMAGES, 6)));
        for (int length = 0; length < IMAGES.length; length++) {
            imagesRefused(Arrays.copyOf(IMAGES, length));
        }
    }

    @Test
    void trailingDataIsRefused() {
        assertEquals("more data from byte 22, expected the end of the file there", imagesRefused(Arrays.copyOf(IMAGES, IMAGES.length + 1)));
    }

    @Test
    void aLabelOutOfRangeIsNamedWithItsPlace() {
        assertEquals("label 3 at byte 9, expected 0 to 2", labelsRefused(with(LABELS, 9, 3)));
        assertEquals("label 255 at byte 10, expected 0 to 2", labelsRefused(with(LABELS, 10, -1)));
    }

    private static byte[] with(byte[] original, int at, int value) {
        byte[] changed = original.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static String imagesRefused(byte[] bytes) {
        return assertThrows(IOException.class, () -> IdxReader.images(new ByteArrayInputStream(bytes), 2, 1, 3)).getMessage();
    }

    private static String labelsRefused(byte[] bytes) {
        return assertThrows(IOException.class, () -> IdxReader.labels(new ByteArrayInputStream(bytes), 3, 3)).getMessage();
    }
}
