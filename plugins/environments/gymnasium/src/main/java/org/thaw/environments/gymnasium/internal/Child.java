package org.thaw.environments.gymnasium.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that answers messages on its standard streams, one at a time. What it writes to its standard error is kept in a file. A pipe cannot be read for a
 * limited time, and threads are the host's to make: so what has come is looked for, at first often, then in pauses that are short against most steps.
 */
final class Child implements AutoCloseable {
    private static final long EAGER_NANOS = 100_000;
    private static final long PAUSE_NANOS = 50_000;
    private static final int LENGTH = 4;
    private static final int SHOWN = 24;

    private final String name;
    private final String interpreter;
    private final long patience;
    private final Process process;
    private final Ending ending;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] length = new byte[LENGTH];
    private final ByteBuffer number = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * Starts it.
     *
     * @param name    what it plays, for messages
     * @param command the interpreter and its arguments
     * @param folder  where it works and leaves its last words; this process's alone, gone when it is closed
     * @param seconds how long an answer may take
     */
    Child(String name, List<String> command, Path folder, int seconds) {
        this.name = name;
        this.interpreter = command.get(0);
        this.patience = TimeUnit.SECONDS.toNanos(seconds);
        Path words = folder.resolve("stderr.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(words.toFile());
        // a run is one thread: libraries of numbers are not to start more
        for (String library : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            builder.environment().putIfAbsent(library, "1");
        }
        try {
            process = builder.start();
        } catch (IOException e) {
            Ending.clear(folder);
            throw new IllegalArgumentException(name + ": python: \"" + interpreter + "\" cannot be started (" + e.getMessage()
                    + "): expected a Python interpreter, by its name on the PATH or its absolute path", e);
        }
        ending = new Ending(process, folder, words);
        in = process.getInputStream();
        out = process.getOutputStream();
    }

    String name() {
        return name;
    }

    /** Sends the first bytes of a buffer as one message. */
    void send(byte[] message, int count) {
        number.putInt(0, count);
        try {
            out.write(length);
            out.write(message, 0, count);
            out.flush();
        } catch (IOException e) {
            throw ended(e);
        }
    }

    /** Waits for a message, writes it into a buffer and returns how long it is. */
    int receive(byte[] into) {
        long since = System.nanoTime();
        fill(length, LENGTH, since);
        int count = number.getInt(0);
        if (count < 1 || count > into.length) {
            throw garbled(length, LENGTH, "a message of 1 to " + into.length + " bytes was expected, not of " + count);
        }
        fill(into, count, since);
        return count;
    }

    private void fill(byte[] into, int count, long since) {
        try {
            for (int got = 0; got < count;) {
                await(since);
                int more = in.read(into, got, count - got);
                if (more < 0) {
                    throw ended(null);
                }
                got += more;
            }
        } catch (IOException e) {
            throw ended(e);
        }
    }

    private void await(long since) throws IOException {
        while (in.available() == 0) {
            long waited = System.nanoTime() - since;
            if (waited < EAGER_NANOS) {
                Thread.yield();
                continue;
            }
            // what was left in the pipe can be read for good only once the end is noticed: so this comes first
            boolean alive = process.isAlive();
            if (Thread.currentThread().isInterrupted()) {
                throw failed(name + ": interrupted while waiting for the Python process", null);
            }
            if (waited > patience) {
                throw failed(name + ": the Python process (" + interpreter + ") did not answer within " + TimeUnit.NANOSECONDS.toSeconds(patience)
                        + " s and was ended; timeoutSeconds gives it more" + ending.lastWords(), null);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            if (!alive && in.available() == 0) {
                throw ended(null);
            }
        }
    }

    /** The failure that what came makes no sense. */
    IllegalStateException garbled(byte[] came, int count, String why) {
        String text = new String(came, 0, Math.min(count, SHOWN), StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "?");
        return failed(name + ": what came from \"" + interpreter + "\" is no answer: it begins \"" + text + "\" (" + why + "); expected python to be a Python interpreter, and nothing but "
                + Script.NAME + " to write to its standard output" + ending.lastWords(), null);
    }

    private IllegalStateException ended(IOException cause) {
        return failed(name + ": the Python process (" + interpreter + ") ended with " + ending.exitCode() + ending.lastWords(), cause);
    }

    private IllegalStateException failed(String message, IOException cause) {
        ending.now();
        return new IllegalStateException(message, cause);
    }

    /** Asks the process to end, by the end of its input; does not wait for ever. */
    @Override
    public void close() {
        ending.inPeace();
    }
}
