package org.thaw.runtime.internal.recording;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.thaw.api.Signature;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.fault.Reasons;
import org.thaw.runtime.internal.fault.RunFolderException;

/** The file of a recording, open: read anywhere, written at its end. */
final class RecordingFile implements AutoCloseable {
    private static final int BLOCK = 1 << 16;

    private final Path path;
    private final RandomAccessFile access; // no channel: an interrupt would close it
    private final Runnable mayWrite;
    private final CRC32C sum = new CRC32C();
    private long length;
    private boolean broken;

    private RecordingFile(Path path, RandomAccessFile access, Runnable mayWrite) throws IOException {
        this.path = path;
        this.access = access;
        this.mayWrite = mayWrite;
        length = access.length();
    }

    /** To read. */
    static RecordingFile reading(Path path) {
        return open(path, "r", () -> {
        });
    }

    /**
     * To read and to go on writing; made if it is not there.
     *
     * @param mayWrite throws if nothing may be written any more, as when another run has the folder by now; asked before each write
     */
    static RecordingFile writing(Path path, Runnable mayWrite) {
        mayWrite.run();
        return open(path, "rw", mayWrite);
    }

    private static RecordingFile open(Path path, String mode, Runnable mayWrite) {
        try {
            RandomAccessFile access = new RandomAccessFile(path.toFile(), mode);
            try {
                return new RecordingFile(path, access, mayWrite);
            } catch (IOException e) {
                access.close();
                throw e;
            }
        } catch (IOException e) {
            throw mode.equals("r") ? new RunFolderException(path, "cannot be read: " + Reasons.of(e)) : new RunFolderException(path, e);
        }
    }

    Path path() {
        return path;
    }

    long length() {
        return length;
    }

    /** The heading; after it comes the first block. */
    Signature signature() {
        byte[] beginning = new byte[Heading.BEGINNING];
        if (length < beginning.length) {
            throw torn(0, "its heading breaks off after " + length + " bytes");
        }
        read(0, beginning, beginning.length);
        if (!Heading.begins(beginning)) {
            throw new RunFolderException(path, "is no recording, or of another version: expected it to begin with the letters " + Heading.NAME);
        }
        byte[] all = new byte[beginning.length + Heading.rest(beginning)];
        if (length < all.length) {
            throw torn(0, "its heading breaks off after " + length + " of " + all.length + " bytes");
        }
        read(0, all, all.length);
        try {
            return Heading.read(all);
        } catch (IOException e) {
            throw torn(0, Reasons.of(e));
        }
    }

    /** Fills the beginning of a buffer from the file. */
    void read(long from, byte[] into, int count) {
        try {
            access.seek(from);
            access.readFully(into, 0, count);
        } catch (IOException e) {
            throw new RunFolderException(path, "cannot be read at byte " + from + ": " + Reasons.of(e));
        }
    }

    /** Writes at the end. Returns where. */
    long append(byte[] bytes, int count) {
        mayWrite.run();
        long at = length;
        try {
            access.seek(at);
            access.write(bytes, 0, count);
        } catch (IOException e) {
            throw broken(e);
        }
        sum.update(bytes, 0, count);
        length += count;
        return at;
    }

    /** What was there before this began to write: a sum cannot be taken up where it stood, so it is made again. */
    void sumUp() {
        byte[] block = new byte[BLOCK];
        for (long at = 0; at < length; at += block.length) {
            int count = (int) Math.min(block.length, length - at);
            read(at, block, count);
            sum.update(block, 0, count);
        }
    }

    RunState.Extent force() {
        mayWrite.run();
        try {
            access.getFD().sync();
        } catch (IOException e) {
            throw broken(e);
        }
        return new RunState.Extent(length, sum.getValue());
    }

    /** Whether it could once not be written: nothing is tried again after that. */
    boolean isBroken() {
        return broken;
    }

    private RunFolderException broken(IOException e) {
        broken = true;
        return new RunFolderException(path, e);
    }

    /** It holds something else than was written. */
    RunFolderException torn(long at, String problem) {
        return new RunFolderException(path, "damaged or torn at byte " + at + " of " + length + ": " + problem
                + "; expected the file as it was written: resume the run from a checkpoint, or record again");
    }

    @Override
    public void close() {
        try {
            access.close();
        } catch (IOException e) {
            throw new RunFolderException(path, e);
        }
    }
}
