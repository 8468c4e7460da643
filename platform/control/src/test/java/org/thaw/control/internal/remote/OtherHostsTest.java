package org.thaw.control.internal.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.environment.Step;
import org.thaw.control.HostGoneException;
import org.thaw.control.internal.host.FakeLaboratory;
import org.thaw.control.internal.host.Listening;
import org.thaw.control.internal.wire.Message;
import org.thaw.control.internal.wire.RuntimeFolder;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.run.SwapRefusedException;
import org.thaw.runtime.run.SwapResult;
import org.thaw.runtime.run.WatchRefusedException;

/** A host's socket and another host's view of it, both in this process; its number stands for the other one's. */
class OtherHostsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(300);
    /** The parent of this process: alive, and not this process. */
    private static final long OTHER = ProcessHandle.current().parent().orElseThrow().pid();

    @TempDir
    Path folder;
    private RuntimeFolder sockets;
    private Path socket;
    private FakeLaboratory laboratory;
    private Listening host;

    @BeforeEach
    void otherHost() throws IOException {
        sockets = new RuntimeFolder(List.of(folder.resolve("s")));
        socket = sockets.place(OTHER);
        laboratory = new FakeLaboratory(Files.createDirectories(folder.resolve("runs/x")));
        Files.writeString(laboratory.folder().resolve(ExperimentFolder.HOLDER), Long.toString(OTHER));
        host = new Listening(socket, laboratory);
    }

    @AfterEach
    void end() {
        host.close();
    }

    private RunningExperiment remote() {
        return new OtherHosts(sockets, PATIENCE).running(laboratory.folder()).orElseThrow();
    }

    @Test
    void theSocketIsItsOwnersAlone() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)));
    }

    @Test
    void anExperimentElsewhereIsSeenAndToldAsIfItRanHere() throws InterruptedException {
        RunningExperiment remote = remote();

        assertEquals("x", remote.name());
        assertEquals(laboratory.folder(), remote.folder());
        assertEquals(laboratory.runs(), remote.runs());
        remote.pause();
        remote.resume();
        assertTrue(remote.pause("r"));
        assertFalse(remote.resume("nobody"));
        assertTrue(remote.stop("r"));
        remote.stop();
        assertEquals(List.of("pause", "resume", "pause r", "stop r", "stop"), laboratory.told);
        assertFalse(remote.await(Duration.ofMillis(1)));
        laboratory.state = RunStatus.State.DONE;
        assertTrue(remote.await(Duration.ZERO));
    }

    @Test
    void onlyExperimentsThatAreNotOverAreUnderWay() {
        OtherHosts hosts = new OtherHosts(sockets, PATIENCE);
        assertEquals(1, hosts.running().size());
        laboratory.state = RunStatus.State.FAILED;
        assertEquals(0, hosts.running().size());
    }

    @Test
    void aSwapMayTakeLongerThanThePatienceForOneWord() throws Exception {
        CompletableFuture<SwapResult> swap = new OtherHosts(sockets, Duration.ofMillis(3000)).running(laboratory.folder()).orElseThrow().swap("r", FakeLaboratory.SWAP);
        SwapResult result = new SwapResult(3, "a@1", "b@1", 1, 0.5);
        CompletableFuture.delayedExecutor(4000, TimeUnit.MILLISECONDS).execute(() -> laboratory.swap.complete(result));
        assertEquals(result, swap.get(20, TimeUnit.SECONDS));
    }

    @Test
    void aRefusalCrossesTheBorderWithItsWords() {
        laboratory.swap.completeExceptionally(new SwapRefusedException("ewc does not accept that state"));
        Throwable refused = assertThrows(ExecutionException.class, () -> remote().swap("r", FakeLaboratory.SWAP).get(20, TimeUnit.SECONDS)).getCause();
        assertInstanceOf(SwapRefusedException.class, refused);
        assertEquals("ewc does not accept that state", refused.getMessage());
    }

    @Test
    void anEpisodeFilmedElsewhereIsSeenHere() throws Exception {
        CompletableFuture<Film> film = new OtherHosts(sockets, Duration.ofMillis(3000)).running(laboratory.folder()).orElseThrow().watch("r");
        Film.Frame frame = new Film.Frame(Step.Kind.FIRST, 0, "", 0, "0".repeat(1_000_000));
        Film large = new Film("learner", "environment", 0, false, 1000, 1000, List.of(new Film.Paint('x', 1)), List.of(frame));
        CompletableFuture.delayedExecutor(4000, TimeUnit.MILLISECONDS).execute(() -> laboratory.film.complete(large));
        assertEquals(large, film.get(20, TimeUnit.SECONDS));
        assertEquals(List.of("watch r"), laboratory.told);
    }

    @Test
    void thatThereIsNothingToWatchCrossesTheBorderWithItsWords() {
        laboratory.film.completeExceptionally(new WatchRefusedException("ewc is a predictor"));
        Throwable refused = assertThrows(ExecutionException.class, () -> remote().watch("r").get(20, TimeUnit.SECONDS)).getCause();
        assertEquals("ewc is a predictor", assertInstanceOf(WatchRefusedException.class, refused).getMessage());
    }

    private String says(byte[] bytes) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(ByteBuffer.wrap(bytes));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whoeverTalksNonsenseIsToldSoAndSentAwayAndTheHostGoesOn() throws IOException {
        for (String line : List.of("GET / HTTP/1.1\r\n", "{\"thaw\":9,\"experiments\":{}}\n", "\u0000\n", "{\"thaw\":1,\"moved\":{}}\n", "{\"thaw\":1,\"hello\":{\"token\":\"guess\"}}\n")) {
            assertTrue(says(line.getBytes(StandardCharsets.UTF_8)).startsWith("{\"thaw\":1,\"fault\":"), line);
        }
        assertEquals(1, new OtherHosts(sockets, PATIENCE).running().size());
    }

    @Test
    void aTokenLetsInOnce() throws IOException {
        String token = host.expect(connection -> {
            connection.finish();
            return new Deaf();
        });
        String hello = "{\"thaw\":1,\"hello\":{\"token\":\"" + token + "\"}}\n";
        assertEquals("", says(hello.getBytes(StandardCharsets.UTF_8)));
        assertTrue(says(hello.getBytes(StandardCharsets.UTF_8)).contains("used before"));
    }

    private static final class Deaf implements org.thaw.control.internal.wire.Connection.Handler {
        @Override
        public void received(Message message) {
            throw new AssertionError(message);
        }

        @Override
        public void closed(Optional<String> why) {
            // nobody
        }
    }

    @Test
    void aHostThatHangsDoesNotHangWhoeverAsks() throws IOException {
        Optional<RunningExperiment> found = Optional.empty();
        for (int i = 0; found.isEmpty() && i < 100; i++) { // on a busy machine the first answers may come too late
            found = new OtherHosts(sockets, SHORT).running(laboratory.folder());
        }
        RunningExperiment known = found.orElseThrow();
        List<RunStatus> last = known.runs();
        host.close();
        try (ServerSocketChannel hanging = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            hanging.bind(UnixDomainSocketAddress.of(socket));

            assertEquals(Optional.empty(), new OtherHosts(sockets, SHORT).running(laboratory.folder()));
            assertEquals(last, known.runs(), "the latest known states stand");
            assertTrue(assertThrows(HostGoneException.class, known::stop).getMessage().contains("process number " + OTHER + " does not answer within 0.3 seconds"));
        }
    }

    @Test
    void aSocketThatWasLeftBehindIsRemoved() throws IOException {
        host.close();
        try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(socket));
        }
        assertTrue(Files.exists(socket));
        assertEquals(List.of(), new OtherHosts(sockets, PATIENCE).running());
        assertFalse(Files.exists(socket));
    }

    @Test
    void ofAHostThatIsGoneTheFoldersTell() throws Exception {
        Process gone = new ProcessBuilder("sleep", "60").start();
        Path its = sockets.place(gone.pid());
        Files.writeString(laboratory.folder().resolve(ExperimentFolder.HOLDER), Long.toString(gone.pid()));
        try (Listening other = new Listening(its, laboratory)) {
            RunningExperiment remote = remote();
            other.close();
            gone.destroyForcibly().waitFor();

            assertEquals(RunStatus.State.STOPPED, remote.runs().get(0).state());
            Files.createDirectories(laboratory.folder().resolve("r"));
            Json.write(laboratory.folder().resolve("r/end"), RunEnd.done(Map.of()));
            assertEquals(RunStatus.State.DONE, remote.runs().get(0).state());
        }
    }
}
