package org.thaw.runtime.internal.recording;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Signature;

/** The lives that are going on, each with its latest steps that are not in the file yet. */
final class OpenLives {
    private final Layout layout;
    private final Signature signature;
    /** More than there are lives once there were more: they are used again. */
    private final List<OpenBlock> blocks = new ArrayList<>();
    private int first;
    private int count;

    OpenLives(Signature signature) {
        this.signature = signature;
        layout = new Layout(signature);
    }

    /** Lives go on from where they are. @param first the first of them */
    void begin(int first, int count, LifeIndex lives) {
        this.first = first;
        this.count = count;
        while (blocks.size() < count) {
            blocks.add(new OpenBlock(layout, signature));
        }
        for (int lane = 0; lane < count; lane++) {
            blocks.get(lane).begin(lives.steps(first + lane));
        }
    }

    void end() {
        count = 0;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The life of a lane. */
    int life(int lane) {
        if (lane < 0 || lane >= count) {
            throw new IndexOutOfBoundsException("lane " + lane + ": " + count + " lives are going on");
        }
        return first + lane;
    }

    /** The latest steps of a lane. */
    OpenBlock ofLane(int lane) {
        return blocks.get(lane);
    }

    /** Whether a step of a life is here and not in the file. */
    boolean hold(int life, int step) {
        return life >= first && life - first < count && step >= blocks.get(life - first).first();
    }

    /** The latest steps of a life that is going on. */
    OpenBlock ofLife(int life) {
        return blocks.get(life - first);
    }
}
