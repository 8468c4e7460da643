package org.thaw.deployer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.thaw.deployer.Problem;

/** Reads a jar once from end to end, so that damage shows before any of it runs. */
final class Soundness {
    private Soundness() {
    }

    static void check(Path jar) throws IOException, RefusedException {
        if (Files.size(jar) == 0) {
            throw new RefusedException(Problem.Type.EMPTY, "it is empty; copy the whole jar.");
        }
        if (!looksLikeZip(jar)) {
            throw new RefusedException(Problem.Type.NOT_A_JAR, "it is not a jar: it does not begin as a zip file does; a plugin is a jar made by bnd or bnd-maven-plugin.");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                check(zip, entry);
            }
        } catch (ZipException | IllegalArgumentException | java.io.EOFException e) {   // IllegalArgumentException: names that are not text
            throw new RefusedException(Problem.Type.NOT_A_JAR, "it is truncated or damaged (" + e.getMessage() + "); copy the whole jar again.");
        }
    }

    private static void check(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream raw = zip.getInputStream(entry)) {
            if (raw == null) {
                throw new ZipException("entry " + entry.getName() + " has no content");
            }
            CheckedInputStream in = new CheckedInputStream(raw, new CRC32());
            in.transferTo(java.io.OutputStream.nullOutputStream());
            if (entry.getCrc() >= 0 && entry.getCrc() != in.getChecksum().getValue()) {
                throw new ZipException("entry " + entry.getName() + " does not match its checksum");
            }
        }
    }

    private static boolean looksLikeZip(Path jar) throws IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }
}
