package org.thaw.runtime.internal.context;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One download into a file. Ends early if the run is told to stop, or if nothing more comes. */
final class Download {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;
    private static final long MEBIBYTE = 1 << 20;
    private static final int OK = 200;

    private final URI source;
    private final Path target;
    private final Consumer<String> progress;
    private final Runnable alive;
    private final AtomicLong length = new AtomicLong(-1);

    Download(URI source, Path target, Consumer<String> progress, Runnable alive) {
        this.source = source;
        this.target = target;
        this.progress = progress;
        this.alive = alive;
    }

    /** A name beside a file that no other process uses, with the rights that files usually get here: others may share the folder. */
    static Path beside(Path home) throws IOException {
        Files.createDirectories(home.getParent());
        return home.resolveSibling(home.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /** Puts a complete file in its place. */
    static void finish(Path half, Path home) throws IOException {
        try {
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, home, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void carryOut() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(CONNECT).build();
        BodyHandler<Path> toFile = head -> {
            length.set(head.headers().firstValueAsLong("content-length").orElse(-1));
            return head.statusCode() == OK ? BodySubscribers.ofFile(target) : BodySubscribers.replacing(target);
        };
        CompletableFuture<HttpResponse<Path>> response = client.sendAsync(HttpRequest.newBuilder(source).timeout(SILENCE).build(), toFile);
        try {
            int status = watch(response).statusCode();
            if (status != OK) {
                throw new IOException("the server answered " + status);
            }
        } finally {
            response.cancel(true);
        }
    }

    private HttpResponse<Path> watch(CompletableFuture<HttpResponse<Path>> response) throws IOException, InterruptedException {
        long seen = 0;
        long nextReport = 0;
        long lastGrowth = System.nanoTime();
        while (true) {
            try {
                HttpResponse<Path> done = response.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                report(size());
                return done;
            } catch (TimeoutException e) {
                alive.run();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            }
            long size = size();
            if (size > seen) {
                seen = size;
                lastGrowth = System.nanoTime();
            } else if (System.nanoTime() - lastGrowth > SILENCE.toNanos()) {
                throw new IOException("nothing came for " + SILENCE.toSeconds() + " s");
            }
            if (size >= nextReport && size > 0) {
                report(size);
                nextReport = size + Math.max(MEBIBYTE, length.get() / 10);
            }
        }
    }

    private long size() throws IOException {
        return Files.exists(target) ? Files.size(target) : 0;
    }

    private void report(long size) {
        progress.accept(size / MEBIBYTE + (length.get() > 0 ? " of " + length.get() / MEBIBYTE : "") + " MiB");
    }
}
