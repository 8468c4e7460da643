package org.thaw.learners.imitation.internal;

import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Sequences;

/**
 * Windows of which only every n-th episode is left, up to a number of steps: a teacher's slow progress seems faster, and what is distilled learns from fewer
 * episodes than the teacher did (Laskin et al. 2022 subsample histories in the same way). A window's first episode, of which it may hold the end only, is left.
 *
 * <p>The price: what the teacher found out in the episodes between is not in the window. Where its next step depends on that, the student can but guess as often as
 * the teacher was right, and explores the worse the larger n is.
 */
final class EveryNth implements Sequences {
    private final int n;
    private final int most;
    private Sequences windows;
    private int[] places = {};
    private int[] lengths = {};

    EveryNth(int n, int most) {
        this.n = n;
        this.most = most;
    }

    /** What is left of these windows: this object, valid until the next call. */
    Sequences of(Sequences all) {
        windows = all;
        if (n == 1) {
            return all;
        }
        if (lengths.length < all.count()) {
            lengths = new int[all.count()];
            places = new int[all.count() * most];
        }
        for (int w = 0; w < all.count(); w++) {
            int episode = 0;
            int left = 0;
            for (int t = 0; t < all.length(w) && left < most; t++) {
                if (t > 0 && all.step(w, t).isFirst()) {
                    episode++;
                }
                if (episode % n == 0) {
                    places[w * most + left++] = t;
                }
            }
            lengths[w] = left;
        }
        return this;
    }

    @Override
    public int count() {
        return windows.count();
    }

    @Override
    public int length(int window) {
        return lengths[window];
    }

    @Override
    public long start(int window) {
        return windows.start(window);
    }

    @Override
    public Step step(int window, int t) {
        return windows.step(window, places[window * most + t]);
    }

    @Override
    public Decision decision(int window, int t) {
        return windows.decision(window, places[window * most + t]);
    }
}
