package org.thaw.runtime.internal.context;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.thaw.api.DataFile;
import org.thaw.api.MissingDataException;
import org.thaw.runtime.internal.fault.Reasons;

/**
 * Finds the files of data sets: in the data folder, in places of the operating system's packages, or by download. Each is checked against
 * its SHA-256 once; for several runs at once.
 */
public final class DataFiles {
    private static final long PATIENCE_MILLIS = 100;

    private final Path folder;
    private final boolean offline;
    private final Consumer<String> progress;
    private final Map<Path, String> checked = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * A data folder.
     *
     * @param progress takes lines for people while something is downloaded
     */
    public DataFiles(Path folder, boolean offline, Consumer<String> progress) {
        this.folder = folder;
        this.offline = offline;
        this.progress = progress;
    }

    /**
     * The local path of a file.
     *
     * @param alive asked again and again while something is waited for; what it throws ends the waiting
     * @throws MissingDataException if it cannot be had
     */
    public Path locate(DataFile file, Runnable alive) {
        try {
            while (!lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                alive.run();
            }
            try {
                return find(file, alive);
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MissingDataException("interrupted while waiting for " + file.dataset() + "/" + file.name(), e);
        }
    }

    private Path find(DataFile file, Runnable alive) throws InterruptedException {
        Path home = folder.resolve(file.dataset()).resolve(file.name());
        List<String> tried = new ArrayList<>();
        List<Path> places = new ArrayList<>(List.of(home));
        places.addAll(file.places());
        for (Path place : places) {
            if (Files.isRegularFile(place)) {
                Optional<String> problem = problem(place, file.sha256());
                if (problem.isEmpty()) {
                    return place;
                }
                tried.add(problem.get());
            }
        }
        if (offline) {
            tried.add("downloads are ruled out (offline)");
        }
        for (URI source : offline ? List.<URI>of() : file.sources()) {
            try {
                download(file, source, home, alive);
                return home;
            } catch (IOException e) {
                tried.add(source + ": " + Reasons.of(e));
            }
        }
        throw new MissingDataException("data set " + file.dataset() + ": put the file " + file.name() + " (SHA-256 " + file.sha256() + ") at " + home.toAbsolutePath()
                + (tried.isEmpty() ? "" : "; " + String.join("; ", tried)) + ".");
    }

    /** What is wrong with a file that is there; empty if it is the right one. */
    private Optional<String> problem(Path place, String wanted) {
        Path key = place.toAbsolutePath();
        try {
            String sha = checked.containsKey(key) ? checked.get(key) : sha256(place);
            if (sha.equals(wanted)) {
                checked.put(key, sha);
                return Optional.empty();
            }
            return Optional.of(place + " is there, but its SHA-256 is " + sha);
        } catch (IOException e) {
            return Optional.of(place + " is there, but cannot be read: " + Reasons.of(e));
        }
    }

    private void download(DataFile file, URI source, Path home, Runnable alive) throws IOException, InterruptedException {
        Path half = Download.beside(home);
        try {
            new Download(source, half, line -> progress.accept("downloading " + file.dataset() + "/" + file.name() + ": " + line), alive).carryOut();
            String sha = sha256(half);
            if (!sha.equals(file.sha256())) {
                throw new IOException("downloaded, but its SHA-256 is " + sha);
            }
            Download.finish(half, home);
            checked.put(home.toAbsolutePath(), sha);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
