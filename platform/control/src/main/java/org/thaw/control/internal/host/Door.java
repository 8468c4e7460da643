package org.thaw.control.internal.host;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.thaw.control.internal.wire.Connection;
import org.thaw.control.internal.wire.Message;

/** A listening socket, and those who came in by it. */
final class Door implements AutoCloseable {
    /** Whoever connects and says nothing is sent away. */
    private static final int SILENCE_SECONDS = 10;
    private static final System.Logger LOG = System.getLogger(Door.class.getName());

    private final Path path;
    private final Tokens tokens;
    private final Requests requests;
    private final ServerSocketChannel server;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "thaw-control-timer");
        thread.setDaemon(true);
        return thread;
    });

    Door(Path path, Tokens tokens, Requests requests) throws IOException {
        this.path = path;
        this.tokens = tokens;
        this.requests = requests;
        Files.deleteIfExists(path);   // of an earlier process with our number
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
        Thread thread = new Thread(this::admit, "thaw-control");
        thread.setDaemon(true);
        thread.start();
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the control socket was not closed in order", e);
        }
        connections.forEach(Connection::close);
        timer.shutdownNow();
    }

    private void admit() {
        while (server.isOpen()) {
            try {
                connections.add(Connection.accepted(server.accept(), Visitor::new));
            } catch (IOException e) {
                if (server.isOpen()) {
                    LOG.log(System.Logger.Level.WARNING, "the control socket takes no more connections: {0}", e.getMessage());
                }
                return;
            }
        }
    }

    /** Someone who has yet to say what he wants: a child, which is handed on, or one who asks a question. */
    private final class Visitor implements Connection.Handler {
        private final Connection connection;
        private final ScheduledFuture<?> patience;
        private Optional<Connection.Handler> child = Optional.empty();

        Visitor(Connection connection) {
            this.connection = connection;
            this.patience = timer.schedule(connection::close, SILENCE_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void received(Message message) {
            patience.cancel(false);
            if (child.isPresent()) {
                child.get().received(message);
            } else if (message instanceof Message.Hello hello) {
                child = tokens.redeem(hello.token()).map(bearer -> bearer.apply(connection));
                if (child.isEmpty()) {
                    fault("this token is not expected, or was used before");
                }
            } else if (message instanceof Message.Swap swap) {
                answer(requests.swap(swap));
            } else if (message instanceof Message.Watch watch) {
                answer(requests.watch(watch));
            } else {
                connection.send(requests.answer(message));
                connection.finish();
            }
        }

        /** Once it is there, and says until then that there is somebody. */
        private void answer(CompletableFuture<Message> later) {
            ScheduledFuture<?> waiting = timer.scheduleAtFixedRate(() -> connection.send(new Message.Waiting()), 1, 1, TimeUnit.SECONDS);
            later.whenComplete((answer, impossible) -> {
                waiting.cancel(false);
                connection.send(answer);
                connection.finish();
            });
        }

        private void fault(String text) {
            connection.send(new Message.Fault(text));
            connection.finish();
        }

        @Override
        public void closed(Optional<String> why) {
            patience.cancel(false);
            connections.remove(connection);
            why.ifPresent(text -> LOG.log(System.Logger.Level.DEBUG, "a connection to the control socket broke off: {0}", text));
            child.ifPresent(handler -> handler.closed(why));
        }
    }
}
