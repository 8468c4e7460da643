package org.thaw.runtime.internal.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
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

    private FolderLock(FileChannel channel) {
        this.channel = channel;
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
            channel.truncate(0).write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(channel);
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
            channel.truncate(0); // nobody holds it any more, though the process may live on
            channel.close();
        } catch (IOException e) {
            System.getLogger(FolderLock.class.getName()).log(System.Logger.Level.WARNING, "a lock could not be given up: " + e);
        }
    }
}
