package org.thaw.runtime.internal.recording;

import java.util.List;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.learner.Sequences;
import org.thaw.api.protocol.Phase;

/**
 * Draws batches of windows from recorded lives. Every window that fits into the material is as likely as any other; of a life, or what is studied of it, that is
 * shorter than a window there is one window: the whole. Recordings may grow meanwhile.
 */
public final class WindowSampler {
    private final Stretches stretches;
    private final Windows windows;
    private final int window;
    private final int batch;

    /**
     * @param recordings all of the signature's spaces; they stay the caller's, who closes them
     * @param material   what is studied of each life. Shuffled, the episodes in it (those at its ends perhaps cut) are put into another order, and windows run across them
     * @param window     steps in a window
     * @param batch      windows in a batch
     * @param seed       of the order of episodes, where the material is shuffled: the order depends on nothing else but the recordings, not on what was drawn before
     */
    public WindowSampler(List<Recording> recordings, Phase.Material material, int window, int batch, Signature signature, long seed) {
        if (window < 1 || batch < 1) {
            throw new IllegalArgumentException("batches of " + batch + " windows of " + window + " steps: expected at least one of each");
        }
        for (Recording recording : recordings) {
            Signature theirs = recording.signature();
            if (!theirs.input().equals(signature.input()) || !theirs.output().equals(signature.output())) {
                throw new IllegalArgumentException("a recording of " + theirs.input() + " and " + theirs.output() + " cannot be studied as one of "
                        + signature.input() + " and " + signature.output());
            }
        }
        this.window = window;
        this.batch = batch;
        stretches = new Stretches(List.copyOf(recordings), material, window, seed);
        windows = new Windows(signature, batch, window);
    }

    /** How many windows there are to draw from. */
    public long windows() {
        stretches.refresh();
        return stretches.windows();
    }

    /**
     * A batch, drawn with replacement. Good until the next one is drawn.
     *
     * @throws IllegalStateException if the recordings hold nothing of the material
     */
    public Sequences draw(RandomStream random) {
        long count = windows();
        if (count == 0) {
            throw new IllegalStateException("nothing to study: no life that was recorded has a step in the material");
        }
        for (int i = 0; i < batch; i++) {
            stretches.turnTo(below(count, random));
            windows.begin(i, stretches.start(), Math.min(window, stretches.length()));
            for (int t = 0; t < windows.length(i); t++) {
                stretches.read(t, windows.step(i, t), windows.decision(i, t));
            }
        }
        return windows;
    }

    /** A number below the bound, each as likely as any other. */
    private static long below(long bound, RandomStream random) {
        if (bound <= Integer.MAX_VALUE) {
            return random.nextInt((int) bound);
        }
        long mask = -1L >>> Long.numberOfLeadingZeros(bound - 1);
        long drawn = random.nextLong() & mask;
        while (drawn >= bound) {
            drawn = random.nextLong() & mask;
        }
        return drawn;
    }
}
