package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.broadcast;
import static org.thaw.networks.internal.VectorTiles.load;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.thaw.networks.Patches;
import org.thaw.networks.PictureUses;

/**
 * Convolutions of pictures that are mostly zero, such as those of MinAtar: each value that is not zero is added to the patches in which it lies, and zeros are passed over. The terms that are left
 * of a sum are added in the order that they have in {@link VectorPatches}.
 */
final class VectorSparsePatches {

    /** Every so many values one is looked at: a prime larger than most numbers of channels, so that all channels are met. */
    private static final int SAMPLE = 13;
    /** Up to so many output channels. */
    private static final int FEW = 16;
    /** Of so many values no more than one may be other than zero: measured on windows of 3 by 3, and far from where it would cost something. */
    private static final int SPARSE_FOR_FEW = 6;
    /** Tiles of more channels work better, so that there is less to gain. */
    private static final int SPARSE = 24;

    private float[] values = new float[0];
    private int[] where = new int[0];

    /** Whether these are whole pictures, in whole vectors of channels, that are mostly zero. */
    boolean suits(Patches patches, int first, int m, int n, float[] in) {
        PictureUses uses = patches.uses();
        if (uses.patches() == 0 || patches.runs() == 1 || first % uses.patches() != 0 || m % uses.patches() != 0 || n % LANES != 0) {
            return false;
        }
        int from = first / uses.patches() * uses.picture();
        int end = from + m / uses.patches() * uses.picture();
        int seen = 0;
        int notZero = 0;
        for (int i = from; i < end; i += SAMPLE, seen++) {
            notZero += in[i] == 0f ? 0 : 1;
        }
        return notZero * (n <= FEW ? SPARSE_FOR_FEW : SPARSE) <= seen;
    }

    /** Gathers the values of a picture that are not zero, and where they stand in it. NaN is not zero. */
    private int gather(float[] in, int from, int picture) {
        values = Buffers.atLeast(values, 1, picture);
        where = Buffers.atLeast(where, picture);
        int count = 0;
        int v = 0;
        for (; v + LANES <= picture; v += LANES) {
            for (int bits = VectorBits.notZero(load(in, from + v)); bits != 0; bits &= bits - 1) {
                int i = v + Integer.numberOfTrailingZeros(bits);
                values[count] = in[from + i];
                where[count++] = i;
            }
        }
        for (; v < picture; v++) {
            if (in[from + v] != 0f) {
                values[count] = in[from + v];
                where[count++] = v;
            }
        }
        return count;
    }

    void addProduct(Patches patches, int m, int n, float[] in, float[] b, int bOffset, float[] c) {
        PictureUses uses = patches.uses();
        PictureUses.Table table = uses.table();
        for (int r = 0; r < m / uses.patches(); r++) {
            int count = gather(in, r * uses.picture(), uses.picture());
            for (int j = 0; j < n; j += LANES) {
                add(table.first(), count, n, table.place(), b, bOffset + j, table.patch(), c, r * uses.patches() * n + j);
            }
        }
    }

    void gradient(Patches patches, int first, int m, int n, float[] in, float[] d, float[] c, int cOffset, boolean accumulate) {
        PictureUses uses = patches.uses();
        PictureUses.Table table = uses.table();
        if (!accumulate) {
            Arrays.fill(c, cOffset, cOffset + patches.size() * n, 0f);
        }
        for (int r = first / uses.patches(); r < (first + m) / uses.patches(); r++) {
            int count = gather(in, r * uses.picture(), uses.picture());
            for (int j = 0; j < n; j += LANES) {
                add(table.first(), count, n, table.patch(), d, r * uses.patches() * n + j, table.place(), c, cOffset + j);
            }
        }
    }

    /** For each use of each gathered value, to one row of {@code to} that value times one row of {@code from}: one vector of channels of one picture. */
    private void add(int[] first, int count, int n, int[] fromRow, float[] from, int fromOffset, int[] toRow, float[] to, int toOffset) {
        for (int i = 0; i < count; i++) {
            FloatVector x = broadcast(values[i]);
            int end = first[where[i] + 1];
            for (int e = first[where[i]]; e < end; e++) {
                int o = toOffset + toRow[e] * n;
                x.fma(load(from, fromOffset + fromRow[e] * n), load(to, o)).intoArray(to, o);
            }
        }
    }
}
