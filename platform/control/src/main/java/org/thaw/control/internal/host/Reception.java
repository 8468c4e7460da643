package org.thaw.control.internal.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.thaw.control.internal.wire.Connection;

/** Where the processes that a host starts report to it. */
public interface Reception {
    /** The socket. @throws IOException saying why there is none */
    Path path() throws IOException;

    /** Lets one process in that will say the token returned; who it is connected to then is up to the handler. */
    String expect(Function<Connection, Connection.Handler> child);
}
