package org.thaw.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * The framework's own folder: one per process, disposable. It lies in the folder for temporary files, which is on this machine and quick. A lock
 * beside it is held for as long as the process lives (the framework's own goes when the framework cleans its folder).
 */
final class Storage implements AutoCloseable {
    private static final String PREFIX = "thaw-framework-";
    private static final String LOCK = "lock";
    private static final Duration UNLOCKED = Duration.ofHours(1);

    private final Path folder;
    private final FileChannel channel;

    private Storage(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static Storage create(Path parent) throws StartException {
        try {
            Path folder = Files.createTempDirectory(parent, PREFIX);
            FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock();
            return new Storage(folder, channel);
        } catch (IOException e) {
            throw new StartException("No folder can be made in " + parent + " (" + e
                + "); name another folder for temporary files with -Djava.io.tmpdir=… in THAW_JAVA_OPTS.", e);
        }
    }

    /** The framework's. */
    Path folder() {
        return folder.resolve("framework");
    }

    /** Removes the folder, and those that hosts left behind which were killed. */
    @Override
    public void close() {
        delete(folder);
        try {
            channel.close();
        } catch (IOException e) {
            // goes with the process
        }
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder.getParent(), PREFIX + "*")) {
            for (Path other : others) {
                if (abandoned(other)) {
                    delete(other);
                }
            }
        } catch (IOException e) {
            // the next host tries again
        }
    }

    private static boolean abandoned(Path folder) {
        Path file = folder.resolve(LOCK);
        try {
            if (!Files.exists(file)) {
                return Files.getLastModifiedTime(folder).toInstant().isBefore(Instant.now().minus(UNLOCKED));
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
                return lock != null;
            }
        } catch (IOException | IllegalStateException e) {
            return false;   // another user's, or this very process has the lock
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // disposable, and the next host tries again
        }
    }
}
