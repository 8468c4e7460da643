package org.thaw.runtime.internal.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.DataFile;
import org.thaw.api.MissingDataException;

class DataFilesTest {
    private static final Runnable ALIVE = () -> {
    };

    @TempDir
    Path folder;
    private final byte[] content = new byte[3_000_000];
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch hold = new CountDownLatch(1);
    private HttpServer server;
    private DataFiles online;

    @BeforeEach
    void serve() throws Exception {
        new Random(1).nextBytes(content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/good", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.createContext("/missing", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.createContext("/short", exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 1000);
            exchange.close();
        });
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 1000);
            exchange.getResponseBody().flush();
            try {
                hold.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool(run -> {
            Thread thread = new Thread(run);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        online = new DataFiles(folder.resolve("data"), false, lines::add);
    }

    @AfterEach
    void stop() {
        hold.countDown();
        server.stop(0);
    }

    private String sha(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private DataFile file(String sha, List<Path> places, String... paths) {
        int port = server.getAddress().getPort();
        return new DataFile("digits", "train.gz", sha, List.of(paths).stream().map(path -> URI.create("http://127.0.0.1:" + port + path)).toList(), places);
    }

    private List<Path> left() throws Exception {
        Path digits = folder.resolve("data/digits");
        if (!Files.exists(digits)) {
            return List.of();
        }
        try (var all = Files.list(digits)) {
            return all.toList();
        }
    }

    @Test
    void aFileIsDownloadedOnceWithProgress() throws Exception {
        DataFile file = file(sha(content), List.of(), "/missing", "/good");

        Path path = online.locate(file, ALIVE);

        assertEquals(folder.resolve("data/digits/train.gz"), path);
        assertEquals(sha(content), sha(Files.readAllBytes(path)));
        assertEquals("downloading digits/train.gz: 2 of 2 MiB", lines.get(lines.size() - 1));
        assertEquals(List.of(path), left());
        assertEquals(path, online.locate(file, ALIVE));
        assertEquals(path, new DataFiles(folder.resolve("data"), true, lines::add).locate(file, ALIVE), "also without a network from now on");
        assertEquals(1, requests.get());
    }

    @Test
    void aWrongChecksumIsRefusedAndNothingIsLeft() throws Exception {
        DataFile file = file("0".repeat(64), List.of(), "/good");

        String message = assertThrows(MissingDataException.class, () -> online.locate(file, ALIVE)).getMessage();

        assertTrue(message.contains("/good: downloaded, but its SHA-256 is " + sha(content)), message);
        assertTrue(left().isEmpty());
    }

    @Test
    void aDownloadThatBreaksOffLeavesNothing() throws Exception {
        assertThrows(MissingDataException.class, () -> online.locate(file(sha(content), List.of(), "/short"), ALIVE));
        assertTrue(left().isEmpty());
    }

    @Test
    void theMessageSaysWhichFileToPutWhere() throws Exception {
        DataFile file = file(sha(content), List.of(), "/missing");
        DataFiles offline = new DataFiles(folder.resolve("data"), true, lines::add);

        String without = assertThrows(MissingDataException.class, () -> offline.locate(file, ALIVE)).getMessage();
        String with = assertThrows(MissingDataException.class, () -> online.locate(file, ALIVE)).getMessage();

        String where = "data set digits: put the file train.gz (SHA-256 " + sha(content) + ") at " + folder.resolve("data/digits/train.gz").toAbsolutePath();
        assertEquals(where + "; downloads are ruled out (offline).", without);
        assertTrue(with.startsWith(where + "; http://127.0.0.1:") && with.endsWith("/missing: the server answered 404."), with);
    }

    @Test
    void aKnownPlaceIsUsedAndAWrongFileInTheDataFolderIsNamed() throws Exception {
        Path system = Files.write(folder.resolve("system.gz"), content);
        Path wrong = folder.resolve("data/digits/train.gz");
        Files.createDirectories(wrong.getParent());
        Files.writeString(wrong, "half");

        assertEquals(system, online.locate(file(sha(content), List.of(folder.resolve("nowhere.gz"), system)), ALIVE));
        String message = assertThrows(MissingDataException.class, () -> online.locate(file(sha(content), List.of()), ALIVE)).getMessage();
        assertTrue(message.contains(wrong + " is there, but its SHA-256 is " + sha("half".getBytes())), message);
        assertEquals("half", Files.readString(wrong), "what a person put there is not touched");
    }

    @Test
    void aFileIsCheckedOnce() throws Exception {
        Path system = Files.write(folder.resolve("system.gz"), content);
        DataFile file = file(sha(content), List.of(system));
        online.locate(file, ALIVE);

        Files.write(system, new byte[] {1}); // nobody does this; it shows that it is not read again

        assertEquals(system, online.locate(file, ALIVE));
        assertThrows(MissingDataException.class, () -> new DataFiles(folder.resolve("data"), true, lines::add).locate(file, ALIVE));
    }

    @Test
    void aRunThatIsToldToStopDoesNotWaitForADownloadNorForAnotherRuns() throws Exception {
        DataFile slow = file(sha(content), List.of(), "/slow");
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        Runnable alive = () -> {
            asked.incrementAndGet();
            if (stop.get()) {
                throw new IllegalStateException("stopped");
            }
        };
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        List<Thread> runs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Thread run = new Thread(() -> {
                try {
                    online.locate(slow, alive);
                } catch (RuntimeException e) {
                    thrown.add(e);
                }
            });
            run.start();
            runs.add(run);
        }
        while (asked.get() < 4) {
            Thread.onSpinWait();
        }
        stop.set(true);
        for (Thread run : runs) {
            run.join(20_000);
            assertFalse(run.isAlive());
        }

        assertEquals(List.of("stopped", "stopped"), thrown.stream().map(Throwable::getMessage).toList());
        assertTrue(left().isEmpty());
    }
}
