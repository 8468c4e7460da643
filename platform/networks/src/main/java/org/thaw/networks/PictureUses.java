package org.thaw.networks;

/**
 * In which patches the values of a picture lie, so that one that is mostly zero can be gone through value by value. Value v is the {@code place[e]}-th of patch {@code patch[e]}, for e from
 * {@code first[v]} to {@code first[v + 1]}, this excluded; both ascend.
 *
 * @param picture values of a picture
 * @param patches patches of a picture
 * @param first   [picture + 1]
 * @param patch   numbers of patches in the picture
 * @param place   numbers of values in the patch
 */
public record PictureUses(int picture, int patches, int[] first, int[] patch, int[] place) {

    /** Of patches that have no such order. */
    public static final PictureUses NONE = new PictureUses(0, 0, new int[1], new int[0], new int[0]);

    static PictureUses of(int picture, int patches, int[] starts, int runs, int length, int stride) {
        int[] first = new int[picture + 1];
        for (int i = 0; i < patches; i++) {
            for (int p = 0; p < runs * length; p++) {
                first[at(starts[i], p, length, stride) + 1]++;
            }
        }
        for (int v = 0; v < picture; v++) {
            first[v + 1] += first[v];
        }
        int[] patch = new int[patches * runs * length];
        int[] place = new int[patch.length];
        int[] next = first.clone();
        for (int i = 0; i < patches; i++) {
            for (int p = 0; p < runs * length; p++) {
                int e = next[at(starts[i], p, length, stride)]++;
                patch[e] = i;
                place[e] = p;
            }
        }
        return new PictureUses(picture, patches, first, patch, place);
    }

    private static int at(int start, int p, int length, int stride) {
        return start + p / length * stride + p % length;
    }
}
