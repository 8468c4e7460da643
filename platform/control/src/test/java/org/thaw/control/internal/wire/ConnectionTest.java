package org.thaw.control.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a connection ends. */
class ConnectionTest {
    @TempDir
    Path folder;

    /** Does something with what comes, and tells why the connection ended. */
    private record Ear(Consumer<Message> received, BlockingQueue<Optional<String>> ends) implements Connection.Handler {
        Ear(Consumer<Message> received) {
            this(received, new LinkedBlockingQueue<>());
        }

        @Override
        public void received(Message message) {
            received.accept(message);
        }

        @Override
        public void closed(Optional<String> why) {
            ends.add(why);
        }

        Optional<String> end() throws InterruptedException {
            Optional<String> end = ends.poll(10, TimeUnit.SECONDS);
            assertNotNull(end, "the end was not told");
            return end;
        }
    }

    @Test
    void anOrderlyEndIsToldToBoth() throws Exception {
        Ear host = new Ear(message -> { });
        Ear guest = new Ear(message -> { });
        try (Connection connection = connect(host, guest)) {
            connection.send(new Message.Experiments());
            connection.finish();
            assertEquals(Optional.empty(), host.end());
        }
    }

    /** So it is if a bundle is stopped while a message comes. */
    @Test
    void classesThatCannotBeLoadedEndItAndNothingElse() throws Exception {
        Ear host = new Ear(message -> {
            throw new NoClassDefFoundError("org/thaw/Gone");
        });
        Ear guest = new Ear(message -> { });
        try (Connection connection = connect(host, guest)) {
            connection.send(new Message.Experiments());
            assertEquals(Optional.of("java.lang.NoClassDefFoundError: org/thaw/Gone"), host.end());
            assertEquals(Optional.empty(), guest.end());
        }
    }

    private Connection connect(Ear host, Ear guest) throws Exception {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address)) {
            Connection connection = Connection.open(address.getPath(), any -> guest);
            Connection.accepted(server.accept(), any -> host);
            return connection;
        }
    }
}
