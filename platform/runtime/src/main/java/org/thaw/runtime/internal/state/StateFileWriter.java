package org.thaw.runtime.internal.state;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.runtime.internal.fault.RunFolderException;

/** Writes one file of saved state beside its place, and puts it there when all of it is on the disk. */
final class StateFileWriter {
    private static final String NOTHING = "nothing more";

    private final Path file;
    private final Path part;
    private final Map<String, String> texts;
    private final Consumer<StateWriter> content;
    private int written;

    StateFileWriter(Path file, Map<String, String> texts, Consumer<StateWriter> content) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.texts = texts;
        this.content = content;
    }

    void write() {
        List<StateEntry> entries = StateEntries.of(content);
        Map<String, TensorSlot> slots = SafetensorsHeader.layout(entries);
        byte[] header = SafetensorsHeaderWriter.bytes(StateMetadata.of(texts, entries), slots);
        try {
            Files.deleteIfExists(part); // what an earlier process left half written
            try (RandomAccessFile out = new RandomAccessFile(part.toFile(), "rw")) {
                out.write(header);
                data(out, header.length, entries, slots);
                Checksum.stamp(out);
                out.getFD().sync();
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new RunFolderException(file, e);
        } finally {
            part.toFile().delete(); // there only if something failed
        }
        syncFolder();
    }

    /** Second pass: what is saved must be what was announced. Only what was written counts, so that a failure that {@code content} swallows is seen. */
    private void data(RandomAccessFile out, long start, List<StateEntry> announced, Map<String, TensorSlot> slots) {
        TensorBytes bytes = new TensorBytes(out);
        content.accept(new EntryWriter("", (entry, tensor) -> {
            Optional<StateEntry> expected = written < announced.size() ? Optional.of(announced.get(written)) : Optional.empty();
            if (!expected.equals(Optional.of(entry))) {
                throw differs(expected.map(StateEntry::toString).orElse(NOTHING), entry.toString());
            }
            tensor.ifPresent(value -> put(bytes, value, start + slots.get(entry.name()).begin()));
            written++;
        }));
        if (written < announced.size()) {
            throw differs(announced.get(written).toString(), NOTHING);
        }
    }

    private IllegalStateException differs(String first, String second) {
        return new IllegalStateException(file + ": saving twice in a row must write the same twice; the first time " + first + " was written, the second time " + second);
    }

    private void put(TensorBytes bytes, Tensor value, long position) {
        try {
            bytes.write(value, position);
        } catch (IOException e) {
            throw new RunFolderException(file, e);
        }
    }

    /** So that the new name survives a power cut too. Not every system can, and the file is whole either way. */
    private void syncFolder() {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            return;
        }
    }
}
