package org.thaw.runtime.internal.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.thaw.api.StateKind;
import org.thaw.api.Stateful;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.runtime.folder.Json;

/**
 * What an object saves, reduced to a SHA-256 of every byte and the number of bytes of each kind.
 *
 * @param sha256 lower-case hex
 * @param bytes  of tensors by kind
 */
public record Fingerprint(String sha256, Map<StateKind, Long> bytes) {
    private static final int BLOCK = 1 << 15;

    /** That of an object now. */
    public static Fingerprint of(Stateful object) {
        Digest digest = new Digest();
        object.save(digest.new Writer(""));
        return new Fingerprint(HexFormat.of().formatHex(digest.sha.digest()), digest.bytes);
    }

    /** Bytes of tensors of a kind. */
    public long bytes(StateKind kind) {
        return bytes.getOrDefault(kind, 0L);
    }

    private static final class Digest {
        private final MessageDigest sha;
        private final Map<StateKind, Long> bytes = new EnumMap<>(StateKind.class);
        private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);

        Digest() {
            try {
                sha = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        private void text(String text) {
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
        }

        private void content(Tensor t) {
            switch (t.type()) {
                case U8 -> sha.update(t.bytes());
                case F32 -> blocks(t.size(), 4, (from, n) -> block.asFloatBuffer().put(t.floats(), from, n));
                case I32 -> blocks(t.size(), 4, (from, n) -> block.asIntBuffer().put(t.ints(), from, n));
                case F64 -> blocks(t.size(), 8, (from, n) -> block.asDoubleBuffer().put(t.doubles(), from, n));
                case I64 -> blocks(t.size(), 8, (from, n) -> block.asLongBuffer().put(t.longs(), from, n));
            }
        }

        private interface Fill {
            void fill(int from, int count);
        }

        private void blocks(int size, int width, Fill fill) {
            int most = BLOCK / width;
            for (int from = 0; from < size; from += most) {
                int count = Math.min(most, size - from);
                block.clear();
                fill.fill(from, count);
                sha.update(block.array(), 0, count * width);
            }
        }

        private final class Writer implements StateWriter {
            private final String path;

            Writer(String path) {
                this.path = path;
            }

            @Override
            public void tensor(StateKind kind, String name, Tensor value) {
                text(path + name + " " + kind + " " + value);
                content(value);
                bytes.merge(kind, (long) value.size() * value.type().bytes(), Long::sum);
            }

            @Override
            public void record(StateKind kind, String name, Record value) {
                text(path + name + " " + kind + " " + Json.COMPACT.toJson(org.thaw.runtime.internal.configuration.Configurations.write(value)));
            }

            @Override
            public StateWriter in(String part) {
                return new Writer(path + part + "/");
            }
        }
    }
}
