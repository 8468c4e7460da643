package org.thaw.networks.internal;

import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.broadcast;
import static org.thaw.networks.internal.VectorTiles.load;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.thaw.networks.Patches;
import org.thaw.networks.PictureUses;

/**
 * Convolutions of pictures that are mostly zero, such as those of MinAtar: each other value is added to the patches in which it lies, and zeros are passed over. The terms that are left of a sum
 * are added in the order that they have in {@link VectorPatches}.
 */
final class VectorSparsePatches {

    /** Every so many values one is looked at: a prime, which meets all channels. */
    private static final int SAMPLE = 13;
    /** Pictures are sparse if of so many values no more than one is other than zero. */
    private static final int SPARSE = 6;

    private float[] values = new float[0];
    private int[] at = new int[0];

    /** Whether these are whole pictures, in whole vectors of channels, that are sparse. */
    boolean suits(Patches patches, int first, int m, int n, float[] in) {
        PictureUses uses = patches.uses();
        if (uses.patches() == 0 || first % uses.patches() != 0 || m % uses.patches() != 0 || n % LANES != 0) {
            return false;
        }
        int from = first / uses.patches() * uses.picture();
        int end = from + m / uses.patches() * uses.picture();
        int others = 0;
        int seen = 0;
        for (int i = from; i < end; i += SAMPLE) {
            others += in[i] == 0f ? 0 : 1;
            seen++;
        }
        return others * SPARSE <= seen;
    }

    /** Gathers the values of a picture that are not zero; NaN is none. */
    private int gather(float[] in, int from, int picture) {
        values = Buffers.atLeast(values, 1, picture);
        if (at.length < picture) {
            at = new int[picture];
        }
        int count = 0;
        int v = 0;
        for (; v + LANES <= picture; v += LANES) {
            for (int others = VectorBits.others(VectorBits.doubled(load(in, from + v))); others != 0; others &= others - 1) {
                int i = v + Integer.numberOfTrailingZeros(others);
                values[count] = in[from + i];
                at[count++] = i;
            }
        }
        for (; v < picture; v++) {
            if (in[from + v] != 0f) {
                values[count] = in[from + v];
                at[count++] = v;
            }
        }
        return count;
    }

    void addProduct(Patches patches, int m, int n, float[] in, float[] b, int bOffset, float[] c) {
        PictureUses uses = patches.uses();
        int pictures = m / uses.patches();
        for (int r = 0; r < pictures; r++) {
            int count = gather(in, r * uses.picture(), uses.picture());
            for (int j = 0; j < n; j += LANES) {
                add(uses, count, n, b, bOffset + j, c, r * uses.patches() * n + j);
            }
        }
    }

    /** One vector of channels of one picture. */
    private void add(PictureUses uses, int count, int n, float[] b, int bOffset, float[] c, int cOffset) {
        int[] first = uses.first();
        int[] patch = uses.patch();
        int[] place = uses.place();
        for (int i = 0; i < count; i++) {
            FloatVector x = broadcast(values[i]);
            int end = first[at[i] + 1];
            for (int e = first[at[i]]; e < end; e++) {
                int o = cOffset + patch[e] * n;
                x.fma(load(b, bOffset + place[e] * n), load(c, o)).intoArray(c, o);
            }
        }
    }

    void gradient(Patches patches, int first, int m, int n, float[] in, float[] d, float[] c, int cOffset, boolean accumulate) {
        PictureUses uses = patches.uses();
        if (!accumulate) {
            Arrays.fill(c, cOffset, cOffset + patches.size() * n, 0f);
        }
        int end = (first + m) / uses.patches();
        for (int r = first / uses.patches(); r < end; r++) {
            int count = gather(in, r * uses.picture(), uses.picture());
            for (int j = 0; j < n; j += LANES) {
                addGradient(uses, count, n, d, r * uses.patches() * n + j, c, cOffset + j);
            }
        }
    }

    private void addGradient(PictureUses uses, int count, int n, float[] d, int dOffset, float[] c, int cOffset) {
        int[] first = uses.first();
        int[] patch = uses.patch();
        int[] place = uses.place();
        for (int i = 0; i < count; i++) {
            FloatVector x = broadcast(values[i]);
            int end = first[at[i] + 1];
            for (int e = first[at[i]]; e < end; e++) {
                int o = cOffset + place[e] * n;
                x.fma(load(d, dOffset + patch[e] * n), load(c, o)).intoArray(c, o);
            }
        }
    }
}
