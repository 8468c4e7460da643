package org.thaw.runtime.internal.context;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.thaw.api.DataFile;
import org.thaw.api.MissingDataException;

/**
 * Finds the files of data sets: in the data folder, in places of the operating system's packages, or by download. Each is checked against
 * its SHA-256 once per process.
 */
public final class DataFiles {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private final Path folder;
    private final boolean offline;
    private final Consumer<String> progress;
    private final Map<Path, String> checked = new ConcurrentHashMap<>();

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

    /** The local path of a file. @throws MissingDataException if it cannot be had */
    public synchronized Path locate(DataFile file) {
        Path home = folder.resolve(file.dataset()).resolve(file.name());
        List<String> tried = new ArrayList<>();
        List<Path> places = new ArrayList<>(List.of(home));
        places.addAll(file.places());
        for (Path place : places) {
            if (Files.isRegularFile(place)) {
                String sha = checked.computeIfAbsent(place.toAbsolutePath(), DataFiles::sha256);
                if (sha.equals(file.sha256())) {
                    return place;
                }
                checked.remove(place.toAbsolutePath());
                tried.add(place + " is there, but its SHA-256 is " + sha);
            }
        }
        if (offline) {
            tried.add("downloads are ruled out (offline)");
        } else {
            for (URI source : file.sources()) {
                try {
                    return download(file, source, home);
                } catch (IOException e) {
                    tried.add(source + ": " + (e.getMessage() == null ? e.toString() : e.getMessage()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    tried.add(source + ": interrupted");
                    break;
                }
            }
        }
        throw new MissingDataException("data set " + file.dataset() + ": put the file " + file.name() + " (SHA-256 " + file.sha256() + ") at " + home.toAbsolutePath()
                + (tried.isEmpty() ? "" : "; " + String.join("; ", tried)) + ".");
    }

    private Path download(DataFile file, URI source, Path home) throws IOException, InterruptedException {
        Files.createDirectories(home.getParent());
        Path half = Files.createTempFile(home.getParent(), file.name(), ".part");
        try {
            HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(CONNECT).build();
            HttpResponse<InputStream> response = client.send(HttpRequest.newBuilder(source).timeout(Duration.ofMinutes(30)).build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new IOException("the server answered " + response.statusCode());
            }
            copy(response.body(), half, file, response.headers().firstValueAsLong("content-length").orElse(-1));
            String sha = sha256(half);
            if (!sha.equals(file.sha256())) {
                throw new IOException("downloaded, but its SHA-256 is " + sha);
            }
            Files.move(half, home, StandardCopyOption.REPLACE_EXISTING);
            checked.put(home.toAbsolutePath(), sha);
            return home;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private void copy(InputStream body, Path target, DataFile file, long length) throws IOException {
        try (InputStream in = body; OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            long done = 0;
            long nextReport = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                done += n;
                if (done >= nextReport) {
                    progress.accept("downloading " + file.dataset() + "/" + file.name() + ": " + (done >> 20) + (length > 0 ? " of " + (length >> 20) : "") + " MiB");
                    nextReport = done + Math.max(1 << 20, length / 10);
                }
            }
        }
    }

    private static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new MissingDataException("cannot read " + file + ": " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
