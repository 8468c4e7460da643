package org.thaw.networks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thaw.networks.Patches;

/** When pictures are gone through value by value. What comes of it is checked with the kernels. */
class VectorSparsePatchesTest {

    private static final int PICTURE = 10 * 10 * 4;
    private static final int EACH = 8 * 8;
    private static final int CHANNELS = 16;

    private final VectorSparsePatches sparse = new VectorSparsePatches();
    private final int[] starts = IntStream.range(0, 2 * EACH).map(i -> i / EACH * PICTURE + (i % EACH / 8 * 10 + i % 8) * 4).toArray();
    private final Patches patches = Patches.ofPictures(PICTURE, EACH, starts, 3, 3 * 4, 10 * 4);

    @Test
    void aPictureOfMinAtarIsSparse() {
        assertTrue(suits(2 * EACH, image(12)));
        assertFalse(suits(2 * EACH, image(3)));
        assertFalse(suits(2 * EACH, image(1)));
    }

    @Test
    void partsOfPicturesArePatchesLikeAnyOther() {
        assertFalse(suits(EACH + 1, image(12)));
        assertFalse(sparse.suits(patches, 1, EACH, CHANNELS, image(12)));
        assertTrue(sparse.suits(patches, EACH, EACH, CHANNELS, image(12)));
        assertFalse(sparse.suits(new Patches(starts, 3, 3 * 4, 10 * 4), 0, 2 * EACH, CHANNELS, image(12)));
    }

    @Test
    void manyChannelsAskForMoreZeros() {
        assertFalse(sparse.suits(patches, 0, 2 * EACH, 4 * CHANNELS, image(12)));
        assertTrue(sparse.suits(patches, 0, 2 * EACH, 4 * CHANNELS, image(40)));
    }

    @Test
    void everyValueIsFoundInItsPatches() {
        var table = patches.uses().table();
        int corner = 0;
        assertEquals(1, table.first()[corner + 1] - table.first()[corner]);
        int inside = (5 * 10 + 5) * 4 + 3;
        assertEquals(9, table.first()[inside + 1] - table.first()[inside]);
        for (int v = 0; v < PICTURE; v++) {
            for (int e = table.first()[v]; e < table.first()[v + 1]; e++) {
                int place = table.place()[e];
                assertEquals(v, starts[table.patch()[e]] + place / 12 * 40 + place % 12);
            }
        }
    }

    private boolean suits(int m, float[] image) {
        return sparse.suits(patches, 0, m, CHANNELS, image);
    }

    /** One value in so many is not zero. */
    private static float[] image(int oneIn) {
        float[] image = new float[2 * PICTURE + 8];
        for (int i = 0; i < image.length; i += oneIn) {
            image[i] = 1;
        }
        return image;
    }
}
