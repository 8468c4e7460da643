package org.thaw.deployer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What tells, without reading it, whether a file was touched.
 *
 * @param size     in bytes
 * @param modified when its bytes were last written, as the file says
 * @param changed  when anything of it last changed, which no program can set; empty on file systems without it
 * @param key      its identity on the file system
 */
record Stamp(long size, FileTime modified, Optional<FileTime> changed, String key) {
    static Stamp of(Path file, BasicFileAttributes attributes) throws IOException {
        return new Stamp(attributes.size(), attributes.lastModifiedTime(), changed(file), String.valueOf(attributes.fileKey()));
    }

    private static Optional<FileTime> changed(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        return Optional.of((FileTime) Files.getAttribute(file, "unix:ctime"));
    }

    /** Whether it was left alone for so long that its next change will show in the stamp. */
    boolean untouchedFor(Duration quiet, long clockMillis) {
        return clockMillis - changed.orElse(modified).toMillis() >= quiet.toMillis();
    }

    boolean unmodifiedFor(Duration quiet, long clockMillis) {
        return clockMillis - modified.toMillis() >= quiet.toMillis();
    }

    /** One word for a file of stamps. */
    String text() {
        return size + ":" + modified.to(TimeUnit.NANOSECONDS) + ":" + changed.map(time -> time.to(TimeUnit.NANOSECONDS)).orElse(0L) + ":" + key.replaceAll("\\s", "");
    }
}
