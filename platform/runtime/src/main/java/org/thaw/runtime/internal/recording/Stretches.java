package org.thaw.runtime.internal.recording;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.protocol.Phase;

/** What is studied of each life of some recordings, and all windows in it, numbered from 0. Stands at one of them at a time. */
final class Stretches {
    private final List<Recording> recordings;
    private final Phase.Material material;
    private final int window;
    private final EpisodeOrders orders;
    /** The number of each recording's first life among those of all. */
    private final int[] firstLife;
    /** How many windows there are up to each life and with it. */
    private long[] upTo = {};
    private int lives;
    private long steps = -1;

    private int recording;
    private int life;
    private int offset;
    private int length;

    Stretches(List<Recording> recordings, Phase.Material material, int window, long seed) {
        this.recordings = recordings;
        this.material = material;
        this.window = window;
        orders = new EpisodeOrders(seed);
        firstLife = new int[recordings.size()];
    }

    /** Takes in what was added to the recordings. */
    void refresh() {
        long total = 0;
        for (int i = 0; i < recordings.size(); i++) {
            total += recordings.get(i).steps();
        }
        if (total != steps) {
            steps = total;
            count();
        }
    }

    private void count() {
        lives = 0;
        long sum = 0;
        for (int i = 0; i < recordings.size(); i++) {
            firstLife[i] = lives;
            Recording its = recordings.get(i);
            if (lives + its.lives() > upTo.length) {
                upTo = Arrays.copyOf(upTo, lives + its.lives() + (lives >> 1));
            }
            for (int each = 0; each < its.lives(); each++) {
                int stretch = place(material.to(), its.steps(each)) - place(material.from(), its.steps(each));
                sum += stretch == 0 ? 0 : Math.max(1, stretch - window + 1);
                upTo[lives++] = sum;
            }
        }
    }

    /** Rounded to whole steps, so that what ends where another begins shares no step with it. */
    private static int place(double fraction, long steps) {
        return (int) Math.round(fraction * steps);
    }

    long windows() {
        return lives == 0 ? 0 : upTo[lives - 1];
    }

    /** Turns to a window. */
    void turnTo(long number) {
        int index = firstAbove(number);
        recording = firstLife.length - 1;
        while (firstLife[recording] > index) {
            recording--;
        }
        life = index - firstLife[recording];
        Recording its = recordings.get(recording);
        int from = place(material.from(), its.steps(life));
        int to = place(material.to(), its.steps(life));
        offset = (int) (number - (index == 0 ? 0 : upTo[index - 1]));
        length = to - from;
        if (material.shuffled()) {
            orders.turnTo(recording, its, life, from, to, offset);
        }
        offset += from;
    }

    /** Which life holds a window: the first with more windows up to it than its number. */
    private int firstAbove(long number) {
        int low = 0;
        int high = lives - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (upTo[middle] > number) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How many steps of the life, in the order in which they are studied, come before the window. */
    long start() {
        return offset;
    }

    /** How many steps of the life are studied. */
    int length() {
        return length;
    }

    /** Reads a step of the window; they are read one after the other, from 0. */
    void read(int t, StepBuffer into, Decision decision) {
        long step = material.shuffled() ? orders.next() : offset + t;
        recordings.get(recording).read(life, step, into, decision);
    }
}
