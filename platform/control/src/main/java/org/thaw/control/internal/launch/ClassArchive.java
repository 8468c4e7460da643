package org.thaw.control.internal.launch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of the framework and the JDK that every child loads first, as the JVM keeps them ready (class-data sharing). The archive is made once for
 * a JVM and a class path, by a process of low priority, when a host has started a few children: where that happens once, it will happen again. A JVM to
 * which it does not fit goes on without it.
 */
final class ClassArchive {
    private static final int WORTH_IT = 3;
    private static final int KEPT = 4;
    private static final long GIVEN_UP_MILLIS = 600_000;
    private static final String SUFFIX = ".jsa";
    private static final String SCRIPT = "trap '' INT HUP; making=$1; archive=$2; shift 2; "
            + "if nice -n 19 \"$@\" && [ -s \"$making\" ]; then mv -f \"$making\" \"$archive\"; else rm -f \"$making\"; fi";

    private final Path file;
    private int children;

    /** @param folder where archives are kept */
    ClassArchive(Path folder) {
        this.file = folder.resolve(key() + SUFFIX);
    }

    /** What to tell a JVM, before its other options. */
    List<String> options() {
        return Files.isReadable(file) ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off", "-Xlog:class+path=off") : List.of();
    }

    /** A child was started. @param java how, without the options of this */
    synchronized void started(List<String> java) {
        children++;
        if (children == WORTH_IT && !Files.exists(file)) {
            try {
                make(java);
            } catch (IOException e) {
                System.getLogger(ClassArchive.class.getName()).log(System.Logger.Level.DEBUG, "children start without an archive of classes", e);
            }
        }
    }

    private void make(List<String> java) throws IOException {
        Files.createDirectories(file.getParent());
        removeOld();
        Path making = file.resolveSibling(file.getFileName() + ".part");
        if (making.toFile().lastModified() < System.currentTimeMillis() - GIVEN_UP_MILLIS) {
            Files.deleteIfExists(making);   // whoever was at it is no more
        }
        try {
            Files.createFile(making);
        } catch (FileAlreadyExistsException e) {
            return;   // another host is at it
        }
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "thaw-archive", making.toString(), file.toString()));
        line.addAll(java);
        line.add(line.indexOf(java.get(0)) + 1, "-XX:ArchiveClassesAtExit=" + making);
        // a child that is told of no host comes up, and ends
        new ProcessBuilder(line).redirectInput(new File("/dev/null")).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private void removeOld() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            List<Path> archives = files.filter(each -> each.toString().endsWith(SUFFIX)).sorted(Comparator.comparing((Path each) -> each.toFile().lastModified()).reversed()).toList();
            for (Path old : archives.subList(Math.min(KEPT, archives.size()), archives.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static String key() {
        StringBuilder text = new StringBuilder(System.getProperty("java.vm.version")).append('\n').append(System.getProperty("java.home"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            File jar = new File(entry);
            text.append('\n').append(jar.getAbsolutePath()).append(' ').append(jar.length()).append(' ').append(jar.lastModified());
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
