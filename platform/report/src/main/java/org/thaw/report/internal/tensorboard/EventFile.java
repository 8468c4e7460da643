package org.thaw.report.internal.tensorboard;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Writes an event file of TensorBoard: records in TFRecord's frame (length, masked CRC32C of the length, content, masked CRC32C of the content;
 * little-endian), each an {@code Event} message. The numbers of the fields are those of TensorFlow's {@code event.proto},
 * {@code summary.proto} and {@code tensor.proto}.
 */
final class EventFile implements AutoCloseable {
    private static final int EVENT_WALL_TIME = 1;
    private static final int EVENT_STEP = 2;
    private static final int EVENT_FILE_VERSION = 3;
    private static final int EVENT_SUMMARY = 5;
    private static final int SUMMARY_VALUE = 1;
    private static final int VALUE_TAG = 1;
    private static final int VALUE_SIMPLE = 2;
    private static final int VALUE_TENSOR = 8;
    private static final int VALUE_METADATA = 9;
    private static final int METADATA_PLUGIN = 1;
    private static final int PLUGIN_NAME = 1;
    private static final int TENSOR_TYPE = 1;
    private static final int TYPE_STRING = 7;
    private static final int TENSOR_SHAPE = 2;
    private static final int TENSOR_STRINGS = 8;
    private static final int SHAPE_DIMENSION = 2;
    private static final int DIMENSION_SIZE = 1;
    private static final int MASK_DELTA = 0xa282ead8;

    private final OutputStream out;

    /** Starts a file; {@code out} is closed with it. */
    EventFile(OutputStream out) {
        this.out = out;
        record(message(event -> {
            event.writeDouble(EVENT_WALL_TIME, 0);
            event.writeString(EVENT_FILE_VERSION, "brain.Event:2");
        }));
    }

    /** Writes a number; {@code seconds} since 1970. */
    void scalar(String tag, long step, double seconds, double value) {
        value(step, seconds, v -> {
            v.writeString(VALUE_TAG, tag);
            v.writeFloat(VALUE_SIMPLE, (float) value);
        });
    }

    /** Writes a line of text, for TensorBoard's text page. */
    void text(String tag, long step, double seconds, String text) {
        byte[] plugin = message(p -> p.writeString(PLUGIN_NAME, "text"));
        byte[] metadata = message(m -> m.writeByteArray(METADATA_PLUGIN, plugin));
        byte[] shape = message(s -> s.writeByteArray(SHAPE_DIMENSION, message(d -> d.writeInt64(DIMENSION_SIZE, 1))));
        byte[] tensor = message(t -> {
            t.writeEnum(TENSOR_TYPE, TYPE_STRING);
            t.writeByteArray(TENSOR_SHAPE, shape);
            t.writeString(TENSOR_STRINGS, text);
        });
        value(step, seconds, v -> {
            v.writeString(VALUE_TAG, tag);
            v.writeByteArray(VALUE_TENSOR, tensor);
            v.writeByteArray(VALUE_METADATA, metadata);
        });
    }

    private void value(long step, double seconds, Fields fields) {
        byte[] named = message(fields);
        byte[] summary = message(s -> s.writeByteArray(SUMMARY_VALUE, named));
        record(message(event -> {
            event.writeDouble(EVENT_WALL_TIME, seconds);
            event.writeInt64(EVENT_STEP, step);
            event.writeByteArray(EVENT_SUMMARY, summary);
        }));
    }

    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Fields fields) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CodedOutputStream coded = CodedOutputStream.newInstance(bytes);
            fields.write(coded);
            coded.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(byte[] content) {
        byte[] length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(content.length).array();
        ByteBuffer frame = ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + content.length).order(ByteOrder.LITTLE_ENDIAN);
        frame.put(length).putInt(masked(length)).put(content).putInt(masked(content));
        try {
            out.write(frame.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** TFRecord's mask: a checksum over data that holds checksums would be weak. */
    static int masked(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        int value = (int) crc.getValue();
        return Integer.rotateRight(value, 15) + MASK_DELTA;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
