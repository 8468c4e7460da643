package org.thaw.control.internal.wire;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * One end of a connection. Nothing here makes its user wait: a thread reads and a thread writes, and a peer that does not take what it is sent loses
 * the connection.
 */
public final class Connection implements AutoCloseable {
    /** Messages that may wait to be written. */
    private static final int WAITING = 1000;
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    /** Hears what comes, on the connection's own thread. */
    public interface Handler {
        /** A message. */
        void received(Message message);

        /** The end, whoever made it; called once, last. @param why what went wrong; empty for an orderly end */
        void closed(Optional<String> why);
    }

    private final SocketChannel channel;
    private final Handler handler;
    /** The empty one ends the connection. */
    private final BlockingQueue<Optional<String>> outgoing = new LinkedBlockingQueue<>(WAITING);

    private Connection(SocketChannel channel, Function<Connection, Handler> handler) {
        this.channel = channel;
        this.handler = handler.apply(this);
    }

    /** To a listening socket. That nobody listens is told to the handler. */
    public static Connection open(Path socket, Function<Connection, Handler> handler) throws IOException {
        Connection connection = new Connection(SocketChannel.open(StandardProtocolFamily.UNIX), handler);
        // connecting, too, may take for ever: a host that hangs accepts nobody
        connection.start(() -> connection.channel.connect(UnixDomainSocketAddress.of(socket)));
        return connection;
    }

    /** With someone who has connected. */
    public static Connection accepted(SocketChannel channel, Function<Connection, Handler> handler) {
        Connection connection = new Connection(channel, handler);
        connection.start(() -> { });
        return connection;
    }

    /** Sends a message; does not wait. On a closed connection it does nothing. */
    public void send(Message message) {
        if (!outgoing.offer(Optional.of(Wire.line(message)))) {
            close();
        }
    }

    /** Closes it once all that was sent so far has been written. */
    public void finish() {
        if (!outgoing.offer(Optional.empty())) {
            close();
        }
    }

    /** Closes it at once. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection was not closed in order", e);
        }
        outgoing.clear();
        outgoing.offer(Optional.empty());
    }

    private interface Beginning {
        void begin() throws IOException;
    }

    private void start(Beginning beginning) {
        thread("thaw-control-reader", () -> {
            Optional<String> why = read(beginning);
            finish();
            handler.closed(why);
        });
    }

    private Optional<String> read(Beginning beginning) {
        try {
            beginning.begin();
            thread("thaw-control-writer", this::write);
            Lines lines = new Lines(channel, Wire.LONGEST);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                handler.received(Wire.parse(line.get()));
            }
            return Optional.empty();
        } catch (WireException e) {
            send(new Message.Fault(e.getMessage()));
            return Optional.of(e.getMessage());
        } catch (IOException e) {
            return Optional.of(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a message over the control socket could not be dealt with", e);
            send(new Message.Fault("internal error: " + e));
            return Optional.of(e.toString());
        } catch (LinkageError e) {
            // a message that comes while the bundle is stopped: classes that were not loaded yet no longer can be
            LOG.log(System.Logger.Level.DEBUG, "the classes for a message over the control socket cannot be loaded", e);
            return Optional.of(e.toString());
        }
    }

    private void write() {
        try (channel) {
            for (Optional<String> line = outgoing.take(); line.isPresent(); line = outgoing.take()) {
                ByteBuffer bytes = ByteBuffer.wrap((line.get() + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (IOException | InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "the peer has gone", e);
        }
    }

    private static void thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
