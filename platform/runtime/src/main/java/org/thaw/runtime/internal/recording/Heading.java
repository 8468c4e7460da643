package org.thaw.runtime.internal.recording;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;

/** How a recording begins: eight letters, the length of what follows, the spaces of observations and actions, and the checksum (CRC-32C) of all that. */
final class Heading {
    /** The last letter is the version of the format. */
    static final String NAME = "thaw-re1";
    private static final byte[] LETTERS = NAME.getBytes(StandardCharsets.US_ASCII);
    /** Letters and length. */
    static final int BEGINNING = NAME.length() + Integer.BYTES;
    private static final int MOST_BYTES = 1 << 16;
    private static final byte CATEGORICAL = 1;
    private static final byte REAL = 2;

    private Heading() {
    }

    /** The whole of it. */
    static byte[] of(Signature signature) {
        ByteArrayOutputStream spaces = new ByteArrayOutputStream();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(spaces);
            write(signature.input(), out);
            write(signature.output(), out);
            all.write(LETTERS);
            DataOutputStream file = new DataOutputStream(all);
            file.writeInt(spaces.size());
            spaces.writeTo(file);
            file.writeInt(sum(all.toByteArray(), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory can always be written
        }
        return all.toByteArray();
    }

    /** Whether a file can begin like this. */
    static boolean begins(byte[] beginning) {
        int rest = rest(beginning);
        return Arrays.equals(beginning, 0, LETTERS.length, LETTERS, 0, LETTERS.length) && rest > Integer.BYTES && rest < MOST_BYTES;
    }

    /** How many bytes follow the beginning. */
    static int rest(byte[] beginning) {
        return intAt(beginning, LETTERS.length) + Integer.BYTES;
    }

    /** @throws IOException if it is damaged; the message says how */
    static Signature read(byte[] all) throws IOException {
        int end = all.length - Integer.BYTES;
        if (intAt(all, end) != sum(all, end)) {
            throw new IOException("the checksum of its heading, bytes 0 to " + all.length + ", does not hold");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(all, BEGINNING, end - BEGINNING));
        try {
            return new Signature(space(in), space(in));
        } catch (IllegalArgumentException e) {
            throw new IOException("its heading tells of spaces that there are not: " + e.getMessage(), e);
        }
    }

    /** Highest byte first, as {@link DataOutputStream} writes. */
    private static int intAt(byte[] bytes, int at) {
        return Integer.reverseBytes(LittleEndian.getInt(bytes, at));
    }

    private static int sum(byte[] bytes, int count) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, count);
        return (int) sum.getValue();
    }

    private static void write(Space space, DataOutputStream out) throws IOException {
        if (space instanceof Space.Categorical categorical) {
            out.writeByte(CATEGORICAL);
            out.writeInt(categorical.count());
        } else if (space instanceof Space.Real real) {
            out.writeByte(REAL);
            out.writeUTF(real.type().name());
            out.writeInt(real.shape().size());
            for (int size : real.shape()) {
                out.writeInt(size);
            }
            out.writeDouble(real.low());
            out.writeDouble(real.high());
        }
    }

    private static Space space(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        if (kind == CATEGORICAL) {
            return new Space.Categorical(in.readInt());
        }
        if (kind != REAL) {
            throw new IOException("its heading tells of a space of kind " + kind + ": expected " + CATEGORICAL + " or " + REAL);
        }
        Tensor.Type type = Tensor.Type.valueOf(in.readUTF());
        int rank = in.readInt();
        List<Integer> shape = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            shape.add(in.readInt());
        }
        return new Space.Real(type, shape, in.readDouble(), in.readDouble());
    }
}
