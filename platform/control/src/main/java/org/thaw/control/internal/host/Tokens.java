package org.thaw.control.internal.host;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.thaw.control.internal.wire.Connection;

/** Words that let a process in, each once. */
final class Tokens {
    private static final int BYTES = 16;
    private final Map<String, Function<Connection, Connection.Handler>> expected = new ConcurrentHashMap<>();

    String issue(Function<Connection, Connection.Handler> bearer) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        expected.put(token, bearer);
        return token;
    }

    Optional<Function<Connection, Connection.Handler>> redeem(String token) {
        return Optional.ofNullable(expected.remove(token));
    }
}
