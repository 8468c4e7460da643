package org.thaw.runtime.internal.recording;

import java.util.ArrayList;
import java.util.List;

/** For each life how many steps it has, where its episodes begin and which blocks hold it: four bytes for each episode, eight for each block. */
final class LifeIndex {
    private static final class Life {
        private final Ints blocks = new Ints();
        private final Ints firsts = new Ints();
        private final Ints episodes = new Ints();
        private int steps;

        void grow(int more) {
            if (steps > Integer.MAX_VALUE - more) {
                throw new IllegalStateException("a recorded life cannot have more than " + Integer.MAX_VALUE + " steps");
            }
            steps += more;
        }
    }

    private final List<Life> lives = new ArrayList<>();
    private long total;

    int lives() {
        return lives.size();
    }

    void begin(int count) {
        for (int i = 0; i < count; i++) {
            lives.add(new Life());
        }
    }

    /** A life has another step. */
    void grow(int life, boolean beginsEpisode) {
        Life its = lives.get(life);
        if (beginsEpisode) {
            its.episodes.add(its.steps);
        }
        its.grow(1);
        total++;
    }

    /** A life was found to have the steps of a block. @param starts where episodes begin in it, from that byte on */
    void grow(Frame frame, byte[] starts, int from) {
        Life its = lives.get(frame.life);
        int before = its.steps;
        Starts.read(starts, from, frame.starts, step -> its.episodes.add(before + step));
        its.grow(frame.count);
        total += frame.count;
    }

    /** Steps of a life stand in a block. */
    void block(int life, int first, int block) {
        lives.get(life).blocks.add(block);
        lives.get(life).firsts.add(first);
    }

    /** Steps of all lives together. */
    long total() {
        return total;
    }

    int steps(int life) {
        return lives.get(life).steps;
    }

    int episodes(int life) {
        return lives.get(life).episodes.count();
    }

    int episodeStart(int life, int episode) {
        return lives.get(life).episodes.get(episode);
    }

    /** Which episode a step belongs to. */
    int episodeOf(int life, int step) {
        return lives.get(life).episodes.floor(step);
    }

    /** Which of a life's blocks holds a step that is in the file, from 0. */
    int find(int life, int step) {
        return lives.get(life).firsts.floor(step);
    }

    /** The number in the file of one of a life's blocks. */
    int block(int life, int index) {
        return lives.get(life).blocks.get(index);
    }

    /** The first step of one of a life's blocks. */
    int first(int life, int index) {
        return lives.get(life).firsts.get(index);
    }
}
