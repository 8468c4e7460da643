package org.thaw.networks;

/**
 * In which patches the values of a picture lie, so that one that is mostly zero can be gone through value by value. Value v is the {@code place()[e]}-th of patch {@code patch()[e]}, for e from
 * {@code first()[v]} to {@code first()[v + 1]}, this excluded; both ascend. It is found out when it is first asked for, by one thread.
 */
public final class PictureUses {

    /** Of patches that have no such order: no picture has any. */
    public static final PictureUses NONE = new PictureUses(0, 0, new int[0], 0, 0, 0);

    private final int picture;
    private final int patches;
    private final int[] starts;
    private final int size;
    private final int length;
    private final int stride;
    private int[] first = new int[0];
    private int[] patch = new int[0];
    private int[] place = new int[0];

    PictureUses(int picture, int patches, int[] starts, int runs, int length, int stride) {
        this.picture = picture;
        this.patches = patches;
        this.starts = starts;
        this.length = length;
        this.stride = stride;
        size = runs * length;
    }

    /** Values of a picture. */
    public int picture() {
        return picture;
    }

    /** Patches of a picture. */
    public int patches() {
        return patches;
    }

    /** Where the uses of each value begin: [picture + 1]. */
    public int[] first() {
        find();
        return first;
    }

    /** Numbers of patches in the picture. */
    public int[] patch() {
        find();
        return patch;
    }

    /** Numbers of values in the patch. */
    public int[] place() {
        find();
        return place;
    }

    private void find() {
        if (first.length > 0) {
            return;
        }
        first = new int[picture + 1];
        for (int i = 0; i < patches * size; i++) {
            first[value(i) + 1]++;
        }
        for (int v = 0; v < picture; v++) {
            first[v + 1] += first[v];
        }
        patch = new int[patches * size];
        place = new int[patches * size];
        int[] next = first.clone();
        for (int i = 0; i < patches * size; i++) {
            int e = next[value(i)]++;
            patch[e] = i / size;
            place[e] = i % size;
        }
    }

    /** The value that a place of a patch has, counted through all patches. */
    private int value(int i) {
        int at = i % size;
        return starts[i / size] + at / length * stride + at % length;
    }
}
