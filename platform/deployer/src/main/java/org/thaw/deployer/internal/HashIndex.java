package org.thaw.deployer.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Remembers hashes from one start to the next, because hashing is the slowest part of a start: a young JVM does it without its compiler.
 * A hash counts only for a file with the very same stamp, where the file system stamps changes so that no program can hide them. The file
 * may be deleted at any time.
 */
final class HashIndex {
    private static final System.Logger LOG = System.getLogger(HashIndex.class.getName());

    private final Path file;
    private final String folder;
    private Map<String, String> lines;

    HashIndex(Path file, Path folder) {
        this.file = file;
        this.folder = "folder " + folder;
        this.lines = read();
    }

    Optional<Sha256.Sum> find(String name, Stamp stamp) {
        String[] words = lines.getOrDefault(name, "").split(" ", 2);
        boolean same = stamp.changed().isPresent() && words.length == 2 && words[1].equals(stamp.text());
        return same ? Optional.of(new Sha256.Sum(stamp.size(), words[0])) : Optional.empty();
    }

    /** Keeps these hashes and no others. */
    void keep(Map<Stamped, Sha256.Sum> hashes) {
        Map<String, String> next = new TreeMap<>();
        hashes.forEach((stamped, sum) -> next.put(stamped.name(), sum.hash() + " " + stamped.stamp().text()));
        if (next.equals(lines)) {
            return;
        }
        lines = next;
        StringBuilder text = new StringBuilder(folder).append('\n');
        next.forEach((name, line) -> text.append(line).append(' ').append(name).append('\n'));
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), ".hashes-", ".tmp");
            try {
                Files.writeString(draft, text, StandardCharsets.UTF_8);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the hashes are not remembered", e);
        }
    }

    /** A file at a certain stamp. */
    record Stamped(String name, Stamp stamp) {
    }

    private Map<String, String> read() {
        Map<String, String> read = new HashMap<>();
        try {
            var text = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (!text.isEmpty() && text.get(0).equals(folder)) {
                for (String line : text.subList(1, text.size())) {
                    String[] words = line.split(" ", 3);
                    if (words.length == 3 && words[0].matches("[0-9a-f]{64}")) {
                        read.put(words[2], words[0] + " " + words[1]);
                    }
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "no hashes are remembered", e);
        }
        return read;
    }
}
