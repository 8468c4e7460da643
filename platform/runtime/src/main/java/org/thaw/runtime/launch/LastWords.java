package org.thaw.runtime.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The phase that a run is in, and the call into a plugin, in memory that is mapped to a file in the run's folder. It outlasts the process, however that ends: whoever
 * finds it gone reads there whose call was the last. The file begins with the place of the present call in it, four bytes; then comes the phase, then all
 * calls that were ever made. A zero ends each text.
 */
public final class LastWords {
    private static final String FILE = ".words";
    private static final int SIZE = 1 << 14;
    private static final int PHASE = Integer.BYTES;
    private static final int CALLS = 256;
    /** The place of a call of which there is nothing to read. */
    private static final int UNKNOWN = 0;

    /** What an attempt has left: texts, empty where nothing is known. */
    public record Left(String phase, String call) {
        /** The same, with what is known from elsewhere where nothing was left. */
        public Left or(RunProgress known) {
            return new Left(phase.isEmpty() ? known.phase() : phase, call.isEmpty() ? known.call() : call);
        }

        /** For people: what happened, after the call that it happened in. */
        public String before(String what) {
            return call.isEmpty() ? what : call + ": " + what;
        }
    }

    private final ByteBuffer file;
    private final Map<String, Integer> places = new HashMap<>();
    private int free = CALLS;

    private LastWords(ByteBuffer file) {
        this.file = file.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Such as nobody will read. */
    public static LastWords nowhere() {
        return new LastWords(ByteBuffer.allocate(CALLS));
    }

    /** Those of an attempt at a run; what another has left in its folder counts no more. */
    public static LastWords in(Path folder) {
        forget(folder);
        Path path = folder.resolve(FILE);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(SIZE)); // room that is not there when a page is written to would end the process
            return new LastWords(channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    /** An attempt is over and has said how, or another begins. What cannot be removed is found by {@link #in}. */
    public static void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            System.getLogger(LastWords.class.getName()).log(System.Logger.Level.DEBUG, "not removed", e);
        }
    }

    /** What the attempt has left whose process is gone. */
    public static Left left(Path folder) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(FILE));
            if (bytes.length >= CALLS) {
                int call = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
                return new Left(text(bytes, PHASE), call < CALLS || call >= bytes.length ? "" : text(bytes, call));
            }
        } catch (IOException e) {
            System.getLogger(LastWords.class.getName()).log(System.Logger.Level.DEBUG, "it left nothing", e);
        }
        return new Left("", "");
    }

    private static String text(byte[] bytes, int from) {
        int to = from;
        while (to < bytes.length && bytes[to] != 0) {
            to++;
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** A phase begins. */
    public synchronized void phase(String name) {
        file.put(PHASE, Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), CALLS - PHASE));
        file.put(CALLS - 1, (byte) 0);
    }

    /** Where a call stands, for {@link #enter}. */
    public synchronized int place(String call) {
        return places.computeIfAbsent(call, this::write);
    }

    private int write(String call) {
        byte[] bytes = call.getBytes(StandardCharsets.UTF_8);
        if (free + bytes.length >= file.limit()) {
            return UNKNOWN;
        }
        int place = free;
        file.put(place, bytes);
        free += bytes.length + 1;
        return place;
    }

    /** A call begins. */
    public void enter(int place) {
        file.putInt(0, place);
    }
}
