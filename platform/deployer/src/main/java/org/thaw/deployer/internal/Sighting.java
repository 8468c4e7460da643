package org.thaw.deployer.internal;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A jar as one look found it.
 *
 * @param modified when it was last written
 * @param size     in bytes
 * @param sha256   its hash, empty if it cannot be read
 * @param stable   whether it can be taken as completely written
 * @param trouble  why it cannot be read, or empty
 */
record Sighting(String file, Path path, FileTime modified, long size, String sha256, boolean stable, String trouble) {
}
