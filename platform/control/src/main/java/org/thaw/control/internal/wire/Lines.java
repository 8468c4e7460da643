package org.thaw.control.internal.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of UTF-8 from a channel, of bounded length. */
final class Lines {
    private final ReadableByteChannel channel;
    private final int longest;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192).flip();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(ReadableByteChannel channel, int longest) {
        this.channel = channel;
        this.longest = longest;
    }

    /** Waits for the next one; empty at the end. What comes after the last line feed does not count. */
    Optional<String> next() throws IOException, WireException {
        line.reset();
        while (true) {
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == '\n') {
                    return Optional.of(line.toString(StandardCharsets.UTF_8));
                }
                if (line.size() == longest) {
                    throw new WireException("a line of more than " + longest + " bytes");
                }
                line.write(next);
            }
            if (channel.read(buffer.clear()) < 0) {
                return Optional.empty();
            }
            buffer.flip();
        }
    }
}
