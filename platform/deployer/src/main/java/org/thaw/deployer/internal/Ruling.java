package org.thaw.deployer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of two jars with the same offer serves, as the markers in the folder tell. They were written by the host that has the lock, perhaps
 * by this one before its last end. To follow them makes all hosts of a folder agree, whatever order each of them saw the jars in.
 */
final class Ruling {
    private static final Pattern HASH = Pattern.compile("SHA-256 ([0-9a-f]{64})");

    private final Path folder;

    Ruling(Path folder) {
        this.folder = folder;
    }

    /** Whether the folder says that the one serves and does not say so of the other. */
    boolean prefers(String file, String sha256, Unit rival) {
        return serves(file, sha256) && !serves(rival.file(), rival.sha256());
    }

    private boolean serves(String file, String sha256) {
        Path marker = folder.resolve(file + Markers.OK);
        if (!Files.exists(marker)) {
            return false;
        }
        try {
            Matcher matcher = HASH.matcher(Files.readString(marker));
            return matcher.find() && matcher.group(1).equals(sha256);   // the first: others may follow
        } catch (IOException e) {
            return false;   // just being replaced, or not ours to read: then it rules nothing
        }
    }
}
