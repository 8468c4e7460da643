package org.thaw.runtime.internal.state;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Writes the header of a safetensors file. */
final class SafetensorsHeaderWriter {
    private SafetensorsHeaderWriter() {
    }

    /**
     * The header with its length in front, filled up with spaces so that the data begins at a multiple of 8.
     *
     * @throws IllegalArgumentException if it is longer than the format allows, or a name has no UTF-8
     */
    static byte[] bytes(Map<String, String> metadata, Map<String, TensorSlot> tensors) {
        ByteBuffer json = utf8(json(metadata, tensors));
        int padded = (json.remaining() + 7) / 8 * 8;
        if (padded > SafetensorsHeader.LONGEST) {
            throw new IllegalArgumentException("names and records of saved state come to " + padded + " bytes, expected at most " + SafetensorsHeader.LONGEST
                    + "; what holds many numbers should be a tensor");
        }
        byte[] bytes = new byte[SafetensorsHeader.LENGTH_BYTES + padded];
        Arrays.fill(bytes, (byte) ' ');
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(padded).put(json);
        return bytes;
    }

    private static String json(Map<String, String> metadata, Map<String, TensorSlot> tensors) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.beginObject().name(SafetensorsHeader.METADATA).beginObject();
            for (Map.Entry<String, String> entry : metadata.entrySet()) {
                out.name(entry.getKey()).value(entry.getValue());
            }
            out.endObject();
            for (Map.Entry<String, TensorSlot> entry : tensors.entrySet()) {
                TensorSlot slot = entry.getValue();
                out.name(entry.getKey()).beginObject().name("dtype").value(slot.type().name()).name("shape").beginArray();
                for (int dimension : slot.shape()) {
                    out.value(dimension);
                }
                out.endArray().name("data_offsets").beginArray().value(slot.begin()).value(slot.end()).endArray().endObject();
            }
            out.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return text.toString();
    }

    private static ByteBuffer utf8(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a name or text of saved state has half of a surrogate pair, which has no UTF-8", e);
        }
    }
}
