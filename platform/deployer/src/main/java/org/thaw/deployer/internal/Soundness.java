package org.thaw.deployer.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.thaw.deployer.Problem;

/** Reads a jar once from end to end, so that damage shows before any of it runs. */
final class Soundness {
    /** More than any plugin needs, libraries of native code included, and read within seconds. */
    private static final long LARGEST = 1L << 30;
    private static final int MOST = 100_000;
    private static final int BUFFER = 1 << 16;

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
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            checkSize(entries);
            checkNames(entries);
            for (ZipEntry entry : entries) {
                check(zip, entry);
            }
        } catch (ZipException | IllegalArgumentException e) {   // IllegalArgumentException: names that are not text
            throw new RefusedException(Problem.Type.NOT_A_JAR, "it is truncated or damaged (" + e.getMessage() + "); copy the whole jar again.");
        }
    }

    /** A small file can promise more bytes than there is room for. */
    private static void checkSize(List<? extends ZipEntry> entries) throws RefusedException {
        long size = 0;
        for (ZipEntry entry : entries) {
            size += Math.max(0, entry.getSize());
            if (size > LARGEST) {
                throw new RefusedException(Problem.Type.NOT_A_JAR, "it expands to more than " + LARGEST + " bytes at its entry " + entry.getName()
                        + ", which no plugin may; leave data out of the jar.");
            }
        }
        if (entries.size() > MOST) {
            throw new RefusedException(Problem.Type.NOT_A_JAR, "it has " + entries.size() + " entries, of which " + MOST + " are allowed; leave data out of the jar.");
        }
    }

    /** Of two entries with one name, each reader takes the one it likes. */
    private static void checkNames(List<? extends ZipEntry> entries) throws ZipException {
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : entries) {
            if (!names.add(entry.getName())) {
                throw new ZipException("entry " + entry.getName() + " is there twice");
            }
        }
    }

    private static void check(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            if (in == null) {
                throw new ZipException("it has no content");
            }
            CRC32 checksum = new CRC32();
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                checksum.update(buffer, 0, n);
                size += n;
                if (size > entry.getSize()) {
                    throw new ZipException("it is longer than its " + entry.getSize() + " bytes");   // else there might be no end to it
                }
            }
            if (size != entry.getSize() || entry.getCrc() != checksum.getValue()) {
                throw new ZipException("it does not match its checksum");
            }
        } catch (ZipException | EOFException e) {
            throw new ZipException("entry " + entry.getName() + ": " + Optional.ofNullable(e.getMessage()).orElse("it ends too early"));
        }
    }

    private static boolean looksLikeZip(Path jar) throws IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }
}
