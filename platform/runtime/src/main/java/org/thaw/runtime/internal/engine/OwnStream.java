package org.thaw.runtime.internal.engine;

import java.nio.file.Path;
import java.util.List;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Sequences;
import org.thaw.api.protocol.Phase;
import org.thaw.runtime.internal.checkpoint.RunState.OfStream;
import org.thaw.runtime.internal.recording.Moment;
import org.thaw.runtime.internal.recording.Recorder;
import org.thaw.runtime.internal.recording.Recording;
import org.thaw.runtime.internal.recording.WindowSampler;

/**
 * What a student meets while it is not frozen: one life for each lane and lifetime, whatever the phases and worlds, and what it followed included. It studies
 * windows of it as it lives. The same is kept of a learner that is to be imitated, for its imitators to study.
 */
final class OwnStream implements AutoCloseable {
    private final Player player;
    private final int number;
    private final LivesFile file;
    private long unstudied;
    private Recorder recorder;
    private GuardedLearner student;
    /** Of one that does not study what it meets there is no end to it. */
    private long interval = Long.MAX_VALUE;
    private int window;
    private RandomStream draws;
    private WindowSampler sampler;

    /**
     * A stream that begins, or goes on.
     *
     * @param unstudied steps lived since the student last studied
     */
    OwnStream(Player player, int number, LivesFile file, long unstudied) {
        this.player = player;
        this.number = number;
        this.file = file;
        this.unstudied = unstudied;
    }

    Path file() {
        return file.path();
    }

    long unstudied() {
        return unstudied;
    }

    /** The student lives, on or for the first time; it may be another one than before. */
    void live() {
        if (recorder == null) {
            recorder = file.recorder(player.signature());
        }
        if (recorder.lanes() == 0) {
            recorder.begin(player.signature().lanes());
        }
        if (student != player.learner()) {
            student = player.learner();
            sampler = null;
            if (student.isStudent()) {
                interval = student.interval();
                window = student.window();
                draws = player.streams().get(Studying.WINDOWS);
            }
        }
    }

    /** What was met so far. */
    Moment now() {
        return recorder.view().now();
    }

    /** What was met up to a moment, to be read and closed. */
    Recording until(Moment moment) {
        return file.view().until(moment);
    }

    /** What was read is read. */
    void leave() {
        if (!file.isWritten()) {
            file.close();
        }
    }

    /** What was done in a step. */
    void add(int lane, Step step, Decision decision) {
        recorder.add(lane, step, decision);
    }

    /** An episode's last step. */
    void last(int lane, Step step) {
        recorder.last(lane, step);
    }

    /** So many steps of all lanes later: studies if it is time, and if there is a whole window to study, or a whole life that is shorter. */
    void lived(int steps) {
        for (unstudied += steps; unstudied >= interval; unstudied -= interval) {
            study();
        }
    }

    private void study() {
        if (sampler == null) {
            Recording seen = recorder.view();
            if (!holdsWindow(seen) && !holdsLife(seen)) {
                return;
            }
            sampler = new WindowSampler(List.of(seen), Phase.Material.ALL, window, student.batch(), player.signature().withLanes(1), 0);
        }
        Sequences windows = sampler.draw(draws);
        student.study(windows);
        player.countAgain(Studying.steps(windows));
    }

    /** One that is over: those that go on are the last. */
    private boolean holdsLife(Recording seen) {
        for (int life = 0; life < seen.lives() - recorder.lanes(); life++) {
            if (seen.steps(life) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsWindow(Recording seen) {
        for (int life = 0; life < seen.lives(); life++) {
            if (seen.steps(life) >= window) {
                return true;
            }
        }
        return false;
    }

    /** The context is wiped: what comes is another life. */
    void endLife() {
        if (file.isOpen() || file.flush().bytes() > 0) {
            recorder = file.recorder(player.signature());
            if (recorder.lanes() > 0) {
                recorder.end();
            }
        }
    }

    OfStream save(boolean over) {
        return new OfStream(player.role(), number, over, file.flush(), unstudied);
    }

    @Override
    public void close() {
        sampler = null;
        recorder = null;
        file.close();
    }
}
