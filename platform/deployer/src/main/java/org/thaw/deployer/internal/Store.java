package org.thaw.deployer.internal;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.thaw.deployer.Problem;

/**
 * The jars that were ever accepted, each under its hash. A file of the store is complete and a sound zip file, and is never written again,
 * so that several hosts may share a store. Nothing is deleted from it: finished and paused runs name jars by their hash.
 */
final class Store {
    private final Path folder;

    Store(Path folder) {
        this.folder = folder;
    }

    Path path(String sha256) {
        return folder.resolve(sha256 + ".jar");
    }

    boolean has(Sha256.Sum sum) {
        try {
            return Files.size(path(sum.hash())) == sum.size();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Takes in a jar, unless the store has it.
     *
     * @return whether the bytes were those announced; if not, someone is writing the file
     * @throws RefusedException if it is empty, not a zip file, damaged, or cannot be copied
     */
    boolean add(Path file, Sha256.Sum sum) throws RefusedException {
        if (has(sum)) {
            return true;
        }
        try {
            Files.createDirectories(folder);
            Path copy = Files.createTempFile(folder, ".incoming-", ".tmp");
            try {
                if (!copy(file, copy).equals(sum)) {
                    return false;
                }
                Soundness.check(copy);
                Files.move(copy, path(sum.hash()), StandardCopyOption.ATOMIC_MOVE);
                return true;
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new RefusedException(Problem.Type.UNREADABLE, "it cannot be copied into the store " + folder + " (" + e
                    + "); the file must be readable, and the store writable with enough space.");
        }
    }

    /**
     * The jar with that hash, if the store has it. Its bytes are read again: disks err, and a store is a folder that people can reach.
     *
     * @throws RefusedException if it cannot be read, or if its bytes are no longer those of its name; it is then set aside, so that the
     *                          next good copy of the jar takes its place
     */
    Optional<Path> find(String sha256) throws RefusedException {
        Path jar = path(sha256);
        if (!Files.exists(jar)) {
            return Optional.empty();
        }
        try {
            String found = Sha256.of(jar).hash();
            if (!found.equals(sha256)) {
                Files.move(jar, folder.resolve(sha256 + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
                throw new RefusedException(Problem.Type.NOT_A_JAR, "its bytes changed in the store, where they now have the SHA-256 " + found
                        + "; they were set aside as " + sha256 + ".damaged.");
            }
            Soundness.check(jar);
            return Optional.of(jar);
        } catch (IOException e) {
            throw new RefusedException(Problem.Type.UNREADABLE, "it cannot be read (" + e + "); the host's user needs the right to read and write the store.");
        }
    }

    Path folder() {
        return folder;
    }

    private static Sha256.Sum copy(Path file, Path copy) throws IOException {
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            Sha256.Sum sum = Sha256.copy(file, Channels.newOutputStream(channel));
            channel.force(true);   // a name in the store promises the bytes, also after a power failure
            return sum;
        }
    }
}
