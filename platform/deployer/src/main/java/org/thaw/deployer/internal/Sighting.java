package org.thaw.deployer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.thaw.deployer.Origin;

/**
 * A jar as one look found it.
 *
 * @param modified when it was last written
 * @param size     in bytes
 * @param sha256   its hash, empty if it cannot be read
 * @param stable   whether it can be taken as completely written
 * @param trouble  why it cannot be read and what would help, or empty
 */
record Sighting(String file, Path path, FileTime modified, long size, String sha256, boolean stable, String trouble) {
    /** @param replaced the hash of what the file served before, or empty */
    Origin origin(String replaced) {
        String owner;
        try {
            owner = Files.getOwner(path).getName();
        } catch (IOException | UnsupportedOperationException e) {
            owner = "";   // gone by now, or a file system without owners
        }
        return new Origin(modified.toInstant(), owner, replaced);
    }
}
