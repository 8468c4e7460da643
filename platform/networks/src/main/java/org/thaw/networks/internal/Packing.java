package org.thaw.networks.internal;


/** Copies blocks of matrices into the order in which a tile reads them, padded to whole tiles. */
final class Packing {

    private Packing() {
    }

    /**
     * Lays columns of a stored matrix side by side: {@code to[toOffset + p·toStride + r] = from[at + r·stride + p]} for
     * r below {@code count}, 1 to 8. It transposes a strip of 8 stored rows; where there are fewer, the last one is
     * repeated, since what is computed from it is thrown away.
     */
    static void transpose8(int depth, int count, float[] from, int at, int stride, float[] to, int toOffset,
            int toStride) {
        int s1 = at + Math.min(1, count - 1) * stride;
        int s2 = at + Math.min(2, count - 1) * stride;
        int s3 = at + Math.min(3, count - 1) * stride;
        int s4 = at + Math.min(4, count - 1) * stride;
        int s5 = at + Math.min(5, count - 1) * stride;
        int s6 = at + Math.min(6, count - 1) * stride;
        int s7 = at + Math.min(7, count - 1) * stride;
        for (int p = 0, o = toOffset; p < depth; p++, o += toStride) {
            to[o] = from[at + p];
            to[o + 1] = from[s1 + p];
            to[o + 2] = from[s2 + p];
            to[o + 3] = from[s3 + p];
            to[o + 4] = from[s4 + p];
            to[o + 5] = from[s5 + p];
            to[o + 6] = from[s6 + p];
            to[o + 7] = from[s7 + p];
        }
    }

    /** Copies {@code depth} stored rows of {@code count} values into rows of {@code width}, padded with zeros. */
    static void copy(int depth, int count, float[] from, int at, int stride, float[] to, int toOffset, int width) {
        for (int p = 0, s = at, o = toOffset; p < depth; p++, s += stride, o += width) {
            for (int j = 0; j < count; j++) {
                to[o + j] = from[s + j];
            }
            for (int j = count; j < width; j++) {
                to[o + j] = 0f;
            }
        }
    }

    /**
     * Copies {@code depth} stored rows of 8 values side by side. Vectors of another width than the tiles' would be
     * shorter to write, but two widths in one program keep C2 of JDK 17 from compiling either to registers.
     */
    static void copy8(int depth, float[] from, int at, int stride, float[] to, int toOffset) {
        for (int p = 0; p < depth; p++) {
            int s = at + p * stride;
            int o = toOffset + p * 8;
            to[o] = from[s];
            to[o + 1] = from[s + 1];
            to[o + 2] = from[s + 2];
            to[o + 3] = from[s + 3];
            to[o + 4] = from[s + 4];
            to[o + 5] = from[s + 5];
            to[o + 6] = from[s + 6];
            to[o + 7] = from[s + 7];
        }
    }
}
