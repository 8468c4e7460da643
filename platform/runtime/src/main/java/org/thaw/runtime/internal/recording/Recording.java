package org.thaw.runtime.internal.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thaw.api.Signature;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;

/**
 * Recorded lives, to read any stretch of any of them. The heading and what stands before each block are checked when it is opened, a block's own checksum when it
 * is first read. Unpacked blocks are kept, up to a number of bytes. Not for use by two threads at once.
 */
public final class Recording implements AutoCloseable {
    /** How many bytes of unpacked blocks are kept. */
    static final long CACHE_BYTES = 64L << 20;

    private final RecordingFile file;
    private final boolean ownsFile;
    private final Signature signature;
    private final LifeIndex lives;
    private final BlockReader reader;
    private final OpenLives open;
    private final Contents contents;
    private final Optional<Moment> until;
    private final long stepsUntil;
    private final StepReader steps = new StepReader();
    private final Columns columns;
    private int life = -1;
    private int first;
    private int end;

    /**
     * @param open  what is not yet in the file
     * @param until where it ends, if that is not where the lives end
     */
    private Recording(RecordingFile file, boolean ownsFile, Contents contents, OpenLives open, Optional<Moment> until, BlockCache cache) {
        this.file = file;
        this.ownsFile = ownsFile;
        this.signature = contents.signature();
        this.lives = contents.lives();
        this.open = open;
        this.contents = contents;
        this.until = until;
        long total = 0;
        for (int each = 0; until.isPresent() && each < lives(); each++) {
            total += steps(each);
        }
        stepsUntil = total;
        reader = new BlockReader(file, contents.blocks(), cache);
        columns = new Columns(new Layout(signature));
    }

    /**
     * A file of lives.
     *
     * @throws org.thaw.runtime.internal.fault.RunFolderException if there is none, or it is damaged or torn; so also does {@link #read} of a damaged block
     */
    public static Recording open(Path path) {
        return open(path, new BlockCache(CACHE_BYTES));
    }

    static Recording open(Path path, BlockCache cache) {
        RecordingFile file = RecordingFile.reading(path);
        try {
            Contents contents = Contents.of(file);
            return new Recording(file, true, contents, new OpenLives(contents.signature()), Optional.empty(), cache);
        } catch (Throwable e) {
            file.close();
            throw e;
        }
    }

    /** What a recorder has written and what it still holds, as it grows. */
    static Recording view(RecordingFile file, Contents contents, OpenLives open) {
        return new Recording(file, false, contents, open, Optional.empty(), new BlockCache(CACHE_BYTES));
    }

    /** The same lives as they were at a moment, whatever is added to them. To be closed before this is. */
    public Recording until(Moment moment) {
        return new Recording(file, false, contents, open, Optional.of(moment), new BlockCache(CACHE_BYTES));
    }

    /** What it holds now. */
    public Moment now() {
        List<Long> open = new ArrayList<>();
        for (int life = lives() - this.open.count(); life < lives(); life++) {
            open.add(steps(life));
        }
        return new Moment(lives(), open);
    }

    /** The spaces of observations and actions; one lane. */
    public Signature signature() {
        return signature;
    }

    /** How many lives there are: one for each lane of each phase that was recorded. */
    public int lives() {
        return until.isPresent() ? until.get().lives() : lives.lives();
    }

    /** How many steps a life has, last steps of episodes included. */
    public long steps(int life) {
        return until.isPresent() && until.get().isOpen(life) ? until.get().steps(life) : lives.steps(life);
    }

    /** How many steps all lives have together. */
    public long steps() {
        return until.isEmpty() ? lives.total() : stepsUntil;
    }

    /** How many episodes a life has; one may be unfinished. */
    public int episodes(int life) {
        return until.isEmpty() ? lives.episodes(life) : steps(life) == 0 ? 0 : lives.episodeOf(life, (int) steps(life) - 1) + 1;
    }

    /** Which step of the life an episode begins with. */
    public long episodeStart(int life, int episode) {
        return lives.episodeStart(life, episode);
    }

    /** Which episode a step of a life belongs to. */
    public int episodeOf(int life, long step) {
        return lives.episodeOf(life, within(life, step));
    }

    /**
     * Reads a step of a life and what was decided there; a last step's decision is empty. Quickest where the step is near the one read before.
     *
     * @param into     of this recording's spaces; its lane stays what it is
     * @param decision of the same
     */
    public void read(int life, long step, StepBuffer into, Decision decision) {
        int at = within(life, step);
        if (life != this.life || at < first || at >= end) {
            if (open.hold(life, at)) {
                OpenBlock block = open.ofLife(life);
                steps.read(block.columns(), at - block.first(), into, decision);
                return;
            }
            turnTo(life, at);
        }
        steps.read(columns, at - first, into, decision);
    }

    private void turnTo(int life, int step) {
        int index = lives.find(life, step);
        this.life = -1; // nothing, if this fails
        reader.attach(columns, lives.block(life, index));
        this.life = life;
        first = lives.first(life, index);
        end = first + reader.steps(lives.block(life, index));
    }

    private int within(int life, long step) {
        if (step < 0 || step >= steps(life)) {
            throw new IndexOutOfBoundsException("step " + step + " of life " + life + ", which has " + steps(life));
        }
        return (int) step;
    }

    /** Closes the file, unless it is the recorder's. */
    @Override
    public void close() {
        reader.close();
        if (ownsFile) {
            file.close();
        }
    }
}
