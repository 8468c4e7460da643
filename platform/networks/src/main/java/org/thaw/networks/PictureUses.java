package org.thaw.networks;

/** In which patches the values of a picture lie, so that one that is mostly zero can be gone through value by value. See {@link Patches#ofPictures}. */
public final class PictureUses {

    /** Of patches that lie anywhere: there are none in a picture. */
    public static final PictureUses NONE = new PictureUses(0, 0, new int[0], 1, 1, 1);

    /**
     * Value v is the {@code place[e]}-th of patch {@code patch[e]} of its picture, for e from {@code first[v]} to {@code first[v + 1]}, this excluded. Whoever goes through the values in their order
     * meets the values of each patch in their order, and for each place of a patch the patches in theirs.
     */
    public record Table(int[] first, int[] patch, int[] place) {
    }

    private final int picture;
    private final int patches;
    private final int[] starts;
    private final int size;
    private final int length;
    private final int stride;
    private volatile Table table;

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

    /** The uses of each value; made when it is first asked for, since few networks ever see such pictures and it has two numbers for each value of each patch. */
    public Table table() {
        Table made = table;
        if (made == null) {
            made = make();
            table = made;
        }
        return made;
    }

    private Table make() {
        int all = Math.multiplyExact(patches, size);
        int[] first = new int[picture + 1];
        for (int i = 0; i < all; i++) {
            first[value(i) + 1]++;
        }
        for (int v = 0; v < picture; v++) {
            first[v + 1] += first[v];
        }
        int[] patch = new int[all];
        int[] place = new int[all];
        int[] next = first.clone();
        for (int i = 0; i < all; i++) {
            int e = next[value(i)]++;
            patch[e] = i / size;
            place[e] = i % size;
        }
        return new Table(first, patch, place);
    }

    /** Which value of the picture stands there, counted through all places of all patches. */
    private int value(int i) {
        int place = i % size;
        return starts[i / size] + place / length * stride + place % length;
    }
}
