package org.thaw.runtime.internal.recording;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.thaw.api.Signature;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.fault.RunFolderException;

/**
 * Writes lives to a file while they are lived: observations, actions, rewards, discounts, legal actions, whose turn it was, and of what a policy thought its
 * distribution, log-probability and value. Steps are gathered in a block for each lane; a full block is packed and written. A file only grows; what was written
 * by {@link #flush} is there for good. For one thread.
 */
public final class Recorder implements AutoCloseable {
    private final RecordingFile file;
    private final Signature signature;
    private final LifeIndex lives;
    private final BlockIndex blocks;
    private final OpenLives open;
    private final BlockWriter writer;
    private final Decision nothing;
    private final Recording view;

    /**
     * Makes the file, or goes on at its end, in the lives that were going on.
     *
     * @param signature the spaces of observations and actions; how many lanes it has does not matter
     * @param mayWrite  throws if nothing may be written any more; asked before each write, that at the end included
     * @throws RunFolderException if the file cannot be written, is damaged, or holds lives of other spaces
     */
    public Recorder(Path path, Signature signature, Runnable mayWrite) {
        this.signature = signature.withLanes(1);
        file = RecordingFile.writing(path, mayWrite);
        try {
            if (file.length() == 0) {
                byte[] heading = Heading.of(signature);
                file.append(heading, heading.length);
            } else {
                file.sumUp();
            }
            Contents contents = Contents.of(file);
            check(contents.signature());
            lives = contents.lives();
            blocks = contents.blocks();
            open = new OpenLives(signature);
            open.begin(contents.firstOpen(), contents.open(), lives);
            nothing = new Decision(signature);
            writer = new BlockWriter(file, new Layout(signature));
            view = Recording.view(file, contents, open);
        } catch (Throwable e) {
            file.close();
            throw e;
        }
    }

    private void check(Signature recorded) {
        if (!recorded.equals(signature)) {
            throw new RunFolderException(file.path(), "holds lives with observations of " + recorded.input() + " and actions of " + recorded.output()
                    + "; expected " + signature.input() + " and " + signature.output());
        }
    }

    /**
     * Cuts off what was written after a checkpoint. No recorder may have the file open; the next one goes on in the lives that were going on then.
     *
     * @param bytes what {@link #flush} said; with 0 there was no file yet, and there is none afterwards
     */
    public static void truncate(Path file, long bytes) {
        try {
            if (bytes == 0) {
                Files.deleteIfExists(file);
                return;
            }
            long there = Files.exists(file) ? Files.size(file) : 0;
            if (there < bytes) {
                throw new RunFolderException(file, "has " + there + " bytes; expected at least the " + bytes + " that it had at the checkpoint");
            }
            try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
                access.setLength(bytes);
            }
        } catch (IOException e) {
            throw new RunFolderException(file, e);
        }
    }

    /** Another life begins in each lane. Returns the number of the first of them. */
    public int begin(int lanes) {
        if (open.count() > 0) {
            throw new IllegalStateException(open.count() + " lives are going on: expected end() before others begin");
        }
        int first = lives.lives();
        writer.mark(Frame.BEGIN, first, lanes);
        lives.begin(lanes);
        open.begin(first, lanes, lives);
        return first;
    }

    /** How many lives are going on: as many as the last {@link #begin} said, or 0 after {@link #end}. */
    public int lanes() {
        return open.count();
    }

    /** A step that was acted in, and what was decided there. */
    public void add(int lane, Step step, Decision decision) {
        if (step.isLast()) {
            throw new IllegalArgumentException("a last step is not acted in");
        }
        put(lane, step, decision);
    }

    /** The last step of an episode. */
    public void last(int lane, Step step) {
        if (!step.isLast()) {
            throw new IllegalArgumentException("a step of kind " + step.kind() + " does not end an episode");
        }
        put(lane, step, nothing);
    }

    private void put(int lane, Step step, Decision decision) {
        int life = open.life(lane);
        OpenBlock block = open.ofLane(lane);
        block.put(step, decision);
        lives.grow(life, step.isFirst() || lives.steps(life) == 0);
        if (block.isFull()) {
            writer.write(life, block, lives, blocks);
        }
    }

    /** The lives that are going on are over. */
    public void end() {
        writePending();
        writer.mark(Frame.END, 0, 0);
        open.end();
    }

    private void writePending() {
        for (int lane = 0; lane < open.count(); lane++) {
            OpenBlock block = open.ofLane(lane);
            if (block.steps() > 0) {
                writer.write(open.life(lane), block, lives, blocks);
            }
        }
    }

    /** Writes all there is and waits until the disk has it. Returns what the file holds: a checkpoint keeps that for {@link #truncate}. */
    public RunState.Extent flush() {
        writePending();
        return file.force();
    }

    /** All that was added so far, as it grows: always the same object, closed with this. */
    public Recording view() {
        return view;
    }

    /** Writes what is pending. Lives that are going on can go on in the next recorder of this file. */
    @Override
    public void close() {
        try (file; writer; view) {
            if (!file.isBroken()) {
                writePending();
            }
        }
    }
}
