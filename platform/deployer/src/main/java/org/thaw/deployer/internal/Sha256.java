package org.thaw.deployer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes files. */
final class Sha256 {
    private static final int BUFFER = 1 << 16;

    /** What was read: the number of bytes and their hash. */
    record Sum(long size, String hash) {
    }

    private Sha256() {
    }

    static Sum of(Path file) throws IOException {
        return copy(file, OutputStream.nullOutputStream());
    }

    /** Copies and hashes in one pass, so that the hash is that of the copy. */
    static Sum copy(Path file, OutputStream target) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                target.write(buffer, 0, n);
                size += n;
            }
        }
        return new Sum(size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
