package org.thaw.runtime.internal.state;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thaw.api.Tensor;

/** Reads the header of any safetensors file, and trusts none: nothing is allocated by a length that the file itself does not bear out. */
final class SafetensorsHeaderReader {
    private record Found(String name, TensorSlot slot, long end) {
    }

    private final Path path;
    private final RandomAccessFile file;

    SafetensorsHeaderReader(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /** @throws TornStateException if it is none, or the file is shorter or longer than it says */
    SafetensorsHeader read() throws IOException {
        long size = file.length();
        if (size < SafetensorsHeader.LENGTH_BYTES) {
            throw torn("byte 0", "expected the length of the header in " + SafetensorsHeader.LENGTH_BYTES + " bytes, found a file of " + size);
        }
        byte[] first = new byte[SafetensorsHeader.LENGTH_BYTES];
        file.seek(0);
        file.readFully(first);
        long length = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getLong();
        long most = Math.min(SafetensorsHeader.LONGEST, size - SafetensorsHeader.LENGTH_BYTES);
        if (length < 2 || length > most) {
            throw torn("byte 0", "expected the length of the header, 2 to " + most + " in a file of " + size + " bytes, found " + Long.toUnsignedString(length));
        }
        byte[] bytes = new byte[(int) length];
        file.readFully(bytes);
        return parse(text(bytes), SafetensorsHeader.LENGTH_BYTES + length, size);
    }

    private String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.charAt(0) == '{') {
                return text;
            }
        } catch (CharacterCodingException e) {
            throw new TornStateException(path, "header", "expected UTF-8 text", e);
        }
        throw torn("byte " + SafetensorsHeader.LENGTH_BYTES, "expected { as the first byte of the header");
    }

    private SafetensorsHeader parse(String text, long data, long size) throws IOException {
        JsonReader in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.STRICT);
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Found> found = new ArrayList<>();
        try {
            Set<String> names = new HashSet<>();
            in.beginObject();
            while (in.hasNext()) {
                String name = once(in, names);
                if (name.equals(SafetensorsHeader.METADATA)) {
                    metadata(in, metadata);
                } else {
                    found.add(tensor(in, name));
                }
            }
            in.endObject();
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw torn("header", "expected nothing but spaces after the JSON object");
            }
        } catch (IOException | JsonParseException | IllegalStateException e) { // Gson's, of text that is no JSON and of values of other types
            throw new TornStateException(path, "header", "expected JSON of the form that safetensors has: " + e.getMessage().lines().findFirst().orElse(""), e);
        }
        return new SafetensorsHeader(metadata, contiguous(found, data, size), data);
    }

    private String once(JsonReader in, Set<String> names) throws IOException {
        String name = in.nextName();
        if (!names.add(name)) {
            throw torn("header, " + in.getPath(), "expected every name once, found " + name + " again");
        }
        return name;
    }

    private void metadata(JsonReader in, Map<String, String> metadata) throws IOException {
        Set<String> names = new HashSet<>();
        in.beginObject();
        while (in.hasNext()) {
            String name = once(in, names);
            if (in.peek() != JsonToken.STRING) {
                throw torn("header, " + in.getPath(), "expected a text, found " + in.peek());
            }
            metadata.put(name, in.nextString());
        }
        in.endObject();
    }

    private Found tensor(JsonReader in, String name) throws IOException {
        Set<String> fields = new HashSet<>();
        Tensor.Type type = Tensor.Type.U8;
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        in.beginObject();
        while (in.hasNext()) {
            switch (once(in, fields)) {
                case "dtype" -> type = type(in, name);
                case "shape" -> shape = whole(in, name);
                case "data_offsets" -> offsets = whole(in, name);
                default -> throw torn("tensor " + name, "expected the fields dtype, shape and data_offsets, found " + in.getPath());
            }
        }
        in.endObject();
        if (!fields.equals(SafetensorsHeader.FIELDS) || offsets.size() != 2) {
            throw torn("tensor " + name, "expected dtype, shape and two data_offsets, found " + fields + " and offsets " + offsets);
        }
        return found(name, type, shape, offsets.get(0), offsets.get(1));
    }

    private Tensor.Type type(JsonReader in, String name) throws IOException {
        String text = in.peek() == JsonToken.STRING ? in.nextString() : in.peek().toString();
        for (Tensor.Type type : Tensor.Type.values()) {
            if (type.name().equals(text)) {
                return type;
            }
        }
        throw torn("tensor " + name, "expected a dtype of " + List.of(Tensor.Type.values()) + ", found " + text);
    }

    private List<Long> whole(JsonReader in, String name) throws IOException {
        List<Long> numbers = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            String text = in.peek() == JsonToken.NUMBER ? in.nextString() : in.peek().toString();
            if (!text.matches("0|[1-9][0-9]{0,17}")) {
                throw torn("tensor " + name, "expected whole numbers from 0 in " + in.getPath() + ", found " + text);
            }
            numbers.add(Long.parseLong(text));
        }
        in.endArray();
        return numbers;
    }

    private Found found(String name, Tensor.Type type, List<Long> shape, long begin, long end) {
        try {
            TensorSlot slot = TensorSlot.at(type, shape.stream().map(Math::toIntExact).toList(), begin);
            if (slot.length() == end - begin) {
                return new Found(name, slot, end);
            }
            throw torn("tensor " + name, slot.form() + " has " + slot.length() + " bytes, expected that of the data_offsets [" + begin + ", " + end + "]");
        } catch (ArithmeticException e) {
            throw new TornStateException(path, "tensor " + name, "expected a shape of fewer than 2^31 elements, found " + shape, e);
        }
    }

    private Map<String, TensorSlot> contiguous(List<Found> found, long data, long size) {
        found.sort(Comparator.comparingLong((Found f) -> f.slot().begin()).thenComparingLong(Found::end));
        Map<String, TensorSlot> tensors = new LinkedHashMap<>();
        long at = 0;
        for (Found next : found) {
            if (next.slot().begin() != at) {
                throw torn("tensor " + next.name(), "expected its data to begin at byte " + at + " of the data, where the one before ends, found " + next.slot().begin());
            }
            tensors.put(next.name(), next.slot());
            at = next.end();
        }
        if (data + at != size) {
            throw torn("data from byte " + data, "expected " + at + " bytes, found " + (size - data));
        }
        return tensors;
    }

    private TornStateException torn(String place, String problem) {
        return new TornStateException(path, place, problem);
    }
}
