package org.thaw.runtime.internal.engine;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.fault.RunFolderException;

/** A file that is written line by line, and knows how long it is. */
final class LineFile implements AutoCloseable {
    private final Path file;
    private final Runnable mayWrite;
    private final RandomAccessFile access;
    private final OutputStream out;
    private final CRC32C sum = new CRC32C();
    private long length;
    private boolean broken;

    /**
     * Goes on after so many bytes; what the file holds beyond is cut off.
     *
     * @param mayWrite throws if nothing may be written any more, as when another run has the folder by now
     */
    LineFile(Path file, long length, Runnable mayWrite) {
        mayWrite.run();
        this.file = file;
        this.mayWrite = mayWrite;
        this.length = length;
        try {
            sumUp();
            access = new RandomAccessFile(file.toFile(), "rw"); // no channel: an interrupt would close it
            out = new BufferedOutputStream(new FileOutputStream(access.getFD()));
            begin();
        } catch (IOException e) {
            throw new RunFolderException(file, e);
        }
    }

    private void begin() throws IOException {
        try {
            if (access.length() > length) {
                access.setLength(length);
            }
            access.seek(length);
        } catch (IOException e) {
            access.close();
            throw e;
        }
    }

    /** A sum cannot be taken up where it stood, so it is made again. */
    private void sumUp() throws IOException {
        if (length > 0) {
            try (InputStream in = new CheckedInputStream(Files.newInputStream(file), sum)) {
                in.skipNBytes(length);
            }
        }
    }

    void write(String line) {
        mayWrite.run(); // what is buffered may be written here
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw broken(e);
        }
        sum.update(bytes, 0, bytes.length);
        length += bytes.length;
    }

    /** All that was written. */
    RunState.Extent extent() {
        return new RunState.Extent(length, sum.getValue());
    }

    void flush() {
        mayWrite.run();
        try {
            out.flush();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    void force() {
        flush();
        try {
            access.getFD().sync();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** What could not be written is not tried again when the file is closed. */
    private RunFolderException broken(IOException e) {
        broken = true;
        return new RunFolderException(file, e);
    }

    @Override
    public void close() {
        try (access) {
            if (!broken) {
                mayWrite.run();
                out.close();
            }
        } catch (IOException e) {
            throw new RunFolderException(file, e);
        }
    }
}
