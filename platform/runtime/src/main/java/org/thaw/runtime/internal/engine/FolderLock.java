package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.ExperimentFolder;

/**
 * Keeps an experiment's folder to one process. The lock is the operating system's, so that it goes with the process, however that ends; its
 * file stays and means nothing. Closing any channel to the file gives the lock up, so a process must not ask twice at a time.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;
    private final Path holder;

    private FolderLock(FileChannel channel, Path holder) {
        this.channel = channel;
        this.holder = holder;
    }

    /**
     * Takes it.
     *
     * @throws BadInputException if another process has it
     */
    static FolderLock take(Path folder) throws IOException {
        Path file = folder.resolve(ExperimentFolder.LOCK);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!lock(channel, folder)) {
                OptionalLong process = new ExperimentFolder(folder).holder();
                String holder = process.isPresent() ? " (process " + process.getAsLong() + ")" : "";
                throw new BadInputException("another Thaw" + holder + " is running an experiment in " + folder
                        + "; wait for it, stop it, or give this one another name=… or folder");
            }
            Path holder = folder.resolve(ExperimentFolder.HOLDER);
            Files.writeString(holder, Long.toString(ProcessHandle.current().pid()));
            return new FolderLock(channel, holder);
        } catch (Throwable e) {
            Closing.after(e, channel);
            throw e;
        }
    }

    private static boolean lock(FileChannel channel, Path folder) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            // some network file systems know no locks; better to run than to refuse
            System.getLogger(FolderLock.class.getName()).log(System.Logger.Level.WARNING, folder + " cannot be locked (" + e.getMessage()
                    + "); see to it that no other Thaw uses it at the same time");
            return true;
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(holder); // nobody holds it any more, though the process may live on
            channel.close();
        } catch (IOException e) {
            System.getLogger(FolderLock.class.getName()).log(System.Logger.Level.WARNING, "a lock could not be given up: " + e);
        }
    }
}
