package org.thaw.environments.images.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thaw.api.Tensor;

class CifarReaderTest {
    private static final int IMAGE = 3072;
    private static final String FOLDER = "cifar-10-batches-bin/";

    @Test
    void batchesAreReadIntoTheirPlacesWhateverTheirOrderInTheArchive() throws IOException {
        ImageTask task = read(archive(2).end());
        assertEquals(10, task.training().size());
        assertEquals(2, task.testing().size());
        Tensor targets = Tensor.zeros(Tensor.Type.I32, 10);
        task.training().targets(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, targets);
        assertArrayEquals(new int[] {1, 2, 2, 3, 3, 4, 4, 5, 5, 6}, targets.ints());
        Tensor image = Tensor.zeros(Tensor.Type.F32, 1, 3, 32, 32);
        task.training().inputs(new int[] {3}, image);
        // the second image of batch 2: red 21, green 22, blue 23
        assertEquals(21 / 255f, image.floats()[0]);
        assertEquals(21 / 255f, image.floats()[1023]);
        assertEquals(22 / 255f, image.floats()[1024]);
        assertEquals(23 / 255f, image.floats()[3071]);
        Tensor target = Tensor.zeros(Tensor.Type.I32, 1);
        task.testing().targets(new int[] {1}, target);
        assertEquals(1, target.ints()[0]);
    }

    @Test
    void aMissingBatchIsNamed() {
        byte[] archive = new TarBuilder().file(FOLDER + "test_batch.bin", batch(0, 2)).end();
        assertEquals("the archive lacks cifar-10-batches-bin/data_batch_1.bin, cifar-10-batches-bin/data_batch_2.bin, "
                + "cifar-10-batches-bin/data_batch_3.bin, cifar-10-batches-bin/data_batch_4.bin, cifar-10-batches-bin/data_batch_5.bin", refusal(archive));
    }

    @Test
    void aBatchOfAnotherSizeIsNamed() {
        byte[] archive = new TarBuilder().file(FOLDER + "data_batch_4.bin", new byte[100]).end();
        assertEquals("cifar-10-batches-bin/data_batch_4.bin has 100 bytes, expected 6146: 2 images of 3073", refusal(archive));
    }

    @Test
    void aLabelOutOfRangeIsNamedWithItsPlace() {
        byte[] batch = batch(0, 2);
        batch[1 + IMAGE] = 10;
        byte[] archive = new TarBuilder().file(FOLDER + "test_batch.bin", batch).end();
        assertEquals("cifar-10-batches-bin/test_batch.bin: label 10 at byte 3073, expected 0 to 9", refusal(archive));
    }

    @Test
    void anArchiveCutOffAnywhereIsRefused() {
        byte[] whole = archive(1).end();
        assertEquals("the archive ends at byte 2000, within cifar-10-batches-bin/test_batch.bin; it is cut off", refusal(Arrays.copyOf(whole, 2000), 1));
        for (int length = 0; length < whole.length - 1024; length += 256) {
            refusal(Arrays.copyOf(whole, length), 1);
        }
    }

    @Test
    void aDamagedHeaderIsNamedWithItsPlace() {
        byte[] archive = archive(2).end();
        archive[512 + 3] ^= 1;
        assertEquals("the tar header at byte 512 has the checksum", refusal(archive).substring(0, 43));
        byte[] size = archive(2).end();
        size[512 + 130] = 'x';
        refusal(size);
    }

    /** Like the published archive: a folder, text beside the batches, batches in no particular order. */
    private static TarBuilder archive(int perBatch) {
        TarBuilder tar = new TarBuilder().folder(FOLDER).file(FOLDER + "test_batch.bin", batch(0, perBatch));
        for (int b : new int[] {3, 1, 5, 2, 4}) {
            tar.file(FOLDER + "data_batch_" + b + ".bin", batch(b, perBatch));
        }
        return tar.file(FOLDER + "readme.html", "<html>".getBytes(StandardCharsets.US_ASCII));
    }

    /** Image i of batch b has the label b + i and the colours 10b + i, 10b + i + 1, 10b + i + 2. */
    private static byte[] batch(int b, int perBatch) {
        byte[] batch = new byte[perBatch * (1 + IMAGE)];
        for (int i = 0; i < perBatch; i++) {
            int at = i * (1 + IMAGE);
            batch[at] = (byte) (b + i);
            for (int colour = 0; colour < 3; colour++) {
                Arrays.fill(batch, at + 1 + colour * 1024, at + 1 + (colour + 1) * 1024, (byte) (10 * b + i + colour));
            }
        }
        return batch;
    }

    private static ImageTask read(byte[] archive) throws IOException {
        return CifarReader.read(new ByteArrayInputStream(archive), 2);
    }

    private static String refusal(byte[] archive) {
        return refusal(archive, 2);
    }

    private static String refusal(byte[] archive, int perBatch) {
        return String.valueOf(assertThrows(IOException.class, () -> CifarReader.read(new ByteArrayInputStream(archive), perBatch)).getMessage());
    }
}
