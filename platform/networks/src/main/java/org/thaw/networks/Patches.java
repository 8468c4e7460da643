package org.thaw.networks;

/**
 * Where the patches of a convolution lie in its input, so that nothing is copied to form them: row i of the patch
 * matrix is made of {@code runs} stretches of {@code length} values, of which the first begins at {@code starts[i]}
 * and the others {@code stride} values further on each (an indirection as in Dukhan 2019, "The indirect convolution
 * algorithm").
 *
 * @param starts index of each patch's first value, one per row; may be longer than the batch
 * @param runs   number of stretches: the height of the window
 * @param length values in a stretch: the width of the window times the number of channels
 * @param stride values from one stretch to the next: the width of the padded image times the number of channels
 * @param uses   the same seen from the values of one picture, if the patches of all pictures lie alike; else {@link PictureUses#NONE}
 */
public record Patches(int[] starts, int runs, int length, int stride, PictureUses uses) {

    /** Patches anywhere. */
    public Patches(int[] starts, int runs, int length, int stride) {
        this(starts, runs, length, stride, PictureUses.NONE);
    }

    /**
     * Patches of pictures that follow each other in the image and all have their patches in the same places.
     *
     * @param picture values of a picture
     * @param each    patches of a picture; the starts of each picture ascend, and are those of the picture before plus {@code picture}
     * @throws IllegalArgumentException if the starts or the stretches are not in that order
     */
    public static Patches ofPictures(int picture, int each, int[] starts, int runs, int length, int stride) {
        for (int i = 0; i < starts.length; i++) {
            if (i >= each ? starts[i] != starts[i - each] + picture : i > 0 && starts[i] <= starts[i - 1]) {
                throw new IllegalArgumentException("patch " + i + " starts at " + starts[i] + ": expected " + each + " patches in ascending order in each picture of " + picture + " values, alike in all");
            }
        }
        if (stride < length) {
            throw new IllegalArgumentException("stretches of " + length + " values, " + stride + " apart, lie over each other");
        }
        return new Patches(starts, runs, length, stride, new PictureUses(picture, each, starts, runs, length, stride));
    }

    /** Number of values of one patch. */
    public int size() {
        return runs * length;
    }
}
