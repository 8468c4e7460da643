package org.thaw.deployer.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right to write markers into a folder: one host has it, and when that host ends, the next to ask. */
final class FolderLock implements AutoCloseable {
    static final String NAME = ".thaw-deployer.lock";
    private static final System.Logger LOG = System.getLogger(FolderLock.class.getName());

    private final Path folder;
    private Optional<FileChannel> channel = Optional.empty();
    private Optional<FileLock> lock = Optional.empty();
    private boolean complained;

    FolderLock(Path folder) {
        this.folder = folder;
    }

    /** Whether this host has the right now. */
    boolean acquire() {
        if (lock.isEmpty()) {
            try {
                if (channel.isEmpty()) {
                    channel = Optional.of(FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
                }
                lock = Optional.ofNullable(channel.get().tryLock());
            } catch (OverlappingFileLockException e) {
                return false;   // another framework of this process has it
            } catch (IOException e) {
                complain(e);
            }
        }
        return lock.isPresent();
    }

    private void complain(IOException e) {
        if (!complained) {
            complained = true;
            LOG.log(Level.INFO, "The plugins folder {0} cannot be written ({1}); no .ok and .failed files will tell how its jars fare.", folder, e);
        }
    }

    @Override
    public void close() throws IOException {
        lock = Optional.empty();
        if (channel.isPresent()) {
            channel.get().close();   // gives the lock back too
        }
    }
}
