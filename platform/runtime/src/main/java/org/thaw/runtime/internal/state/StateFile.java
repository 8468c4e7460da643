package org.thaw.runtime.internal.state;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.thaw.api.StateId;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.internal.configuration.Configurations;
import org.thaw.runtime.internal.configuration.Place;
import org.thaw.runtime.internal.fault.Reasons;

/**
 * Saved state in a file of the safetensors format, which the Python package of that name reads too. Tensors are read when they are asked
 * for. Everything else is in the metadata: records as JSON texts, the kind of each entry, and a CRC32C over the whole file.
 */
public final class StateFile implements AutoCloseable {
    private final Path path;
    private final RandomAccessFile file;
    private final TensorBytes bytes;
    private final SafetensorsHeader header;
    private final StateMetadata metadata;

    private StateFile(Path path, RandomAccessFile file) throws IOException {
        this.path = path;
        this.file = file;
        this.bytes = new TensorBytes(file);
        this.header = new SafetensorsHeaderReader(path, file).read();
        StateMetadata.check(path, header);
        checkSum();
        this.metadata = StateMetadata.read(path, header);
    }

    /**
     * Writes a state; the file appears under its name when all of it is on the disk, in place of an older one.
     *
     * @param metadata texts by name; {@code format}, {@code kinds}, {@code crc32c} and names below {@code record/} are the format's own
     * @param content  called twice, and must write the same twice: first names and forms are collected, then the tensors' bytes are
     *                 written straight from their arrays
     * @throws org.thaw.runtime.internal.fault.RunFolderException if the file cannot be written; nothing of it is left then
     * @throws IllegalStateException    if {@code content} wrote something else the second time; the message names it
     * @throws IllegalArgumentException for a name given twice, a name of the format's own, or names and records beyond the format's 100 MB
     */
    public static void write(Path file, Map<String, String> metadata, Consumer<StateWriter> content) {
        new StateFileWriter(file, metadata, content).write();
    }

    /** Opens a file after checking all of it. @throws TornStateException if there is anything wrong with it, or no such file */
    public static StateFile open(Path path) {
        boolean good = false;
        RandomAccessFile file = null;
        try {
            file = new RandomAccessFile(path.toFile(), "r");
            StateFile opened = new StateFile(path, file);
            good = true;
            return opened;
        } catch (IOException e) {
            throw unreadable(path, e);
        } finally {
            if (!good && file != null) {
                shut(file, path);
            }
        }
    }

    private void checkSum() throws IOException {
        byte[] found = new byte[Checksum.POSITION + Checksum.ZEROS.length() - SafetensorsHeader.LENGTH_BYTES];
        file.seek(SafetensorsHeader.LENGTH_BYTES);
        file.readFully(found);
        String beginning = new String(found, StandardCharsets.UTF_8);
        String place = "byte " + Checksum.POSITION + ", " + Checksum.KEY;
        if (!beginning.startsWith(Checksum.OPENING)) {
            throw new TornStateException(path, place, "expected the header to begin with " + Checksum.OPENING);
        }
        String sum = Checksum.of(file);
        if (!beginning.endsWith(sum)) {
            throw new TornStateException(path, place, "expected " + sum + ", the checksum of what the file holds, found " + beginning.substring(Checksum.OPENING.length()));
        }
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** The texts that were given to {@link #write}. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata.texts());
    }

    /** What each tensor and record is, by its full name, sorted. */
    public Map<String, StateKind> kinds() {
        return Collections.unmodifiableMap(metadata.kinds());
    }

    /** Names of the tensors and records below a path, sorted and counted from there; those of the whole file for an empty path. */
    public List<String> names(String path) {
        String prefix = prefix(path);
        return metadata.kinds().keySet().stream().filter(name -> name.startsWith(prefix)).map(name -> name.substring(prefix.length())).toList();
    }

    /** A reader for what lies below a path ({@code players/learner/knowledge}), or for the whole file with an empty path. */
    public StateReader reader(String path, StateId id) {
        return new StateFileReader(this, prefix(path), id);
    }

    private static String prefix(String path) {
        return path.isEmpty() || path.endsWith("/") ? path : path + "/";
    }

    /**
     * The record of a full name.
     *
     * @throws IllegalArgumentException if there is none or it does not fit the type
     */
    public <R extends Record> R record(String name, Class<R> type) {
        JsonObject json = metadata.records().get(name);
        if (json == null) {
            throw missing(name, "record");
        }
        try {
            return Configurations.restore(json, type, new Place(path.toString(), name));
        } catch (BadInputException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Where the tensor of a full name lies. @throws IllegalArgumentException if there is none */
    TensorSlot slot(String name) {
        TensorSlot slot = header.tensors().get(name);
        if (slot == null) {
            throw missing(name, "tensor");
        }
        return slot;
    }

    private IllegalArgumentException missing(String name, String wanted) {
        String beside = name.substring(0, name.lastIndexOf('/') + 1);
        return new IllegalArgumentException(path + (kinds().containsKey(name) ? ": " + name + " is no " + wanted
                : " has no " + wanted + " " + name + "; below '" + beside + "' it has " + names(beside)));
    }

    /** Fills a tensor of the right form. */
    synchronized void fill(String name, Tensor target) {
        try {
            bytes.read(target, header.data() + slot(name).begin());
        } catch (IOException e) {
            throw new TornStateException(path, "tensor " + name, "cannot be read: " + Reasons.of(e), e);
        }
    }

    @Override
    public synchronized void close() {
        shut(file, path);
    }

    private static void shut(RandomAccessFile file, Path path) {
        try {
            file.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static TornStateException unreadable(Path path, IOException e) {
        return new TornStateException(path, "file", "expected a readable file: " + Reasons.of(e), e);
    }
}
