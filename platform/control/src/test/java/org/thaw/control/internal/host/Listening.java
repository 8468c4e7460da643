package org.thaw.control.internal.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.thaw.control.internal.wire.Connection;

/** A host's socket as tests of other packages need it. */
public final class Listening implements Reception, AutoCloseable {
    private final Tokens tokens = new Tokens();
    private final Door door;

    public Listening(Path socket, FakeLaboratory laboratory) throws IOException {
        door = new Door(socket, tokens, new Requests(() -> Optional.of(laboratory)));
    }

    @Override
    public Path path() {
        return door.path();
    }

    @Override
    public String expect(Function<Connection, Connection.Handler> child) {
        return tokens.issue(child);
    }

    @Override
    public void close() {
        door.close();
    }
}
