package org.thaw.runtime.folder;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** JSON as run folders hold it: numbers by {@link Numbers}, undefined ones as null. */
public final class Json {
    private static final TypeAdapter<Double> DOUBLES = new TypeAdapter<>() {
        @Override
        public void write(JsonWriter out, Double value) throws IOException {
            if (value == null || value.isNaN() || value.isInfinite()) {
                out.nullValue();
            } else {
                out.jsonValue(Numbers.format(value));
            }
        }

        @Override
        public Double read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Double.NaN;
            }
            return in.nextDouble();
        }
    };

    /** One line. */
    public static final Gson COMPACT = builder().create();
    /** For people. */
    public static final Gson PRETTY = builder().setPrettyPrinting().create();

    private Json() {
    }

    private static GsonBuilder builder() {
        return new GsonBuilder().serializeNulls().disableHtmlEscaping()
                .registerTypeAdapterFactory(new OptionalJson()).registerTypeAdapter(double.class, DOUBLES).registerTypeAdapter(Double.class, DOUBLES);
    }

    /** Reads a file. @throws IllegalStateException naming the file if it does not hold what it should */
    public static <T> T read(Path file, Class<T> type) {
        try (Reader in = Files.newBufferedReader(file)) {
            T value = PRETTY.fromJson(in, type);
            if (value == null) {
                throw new IllegalStateException("the file is empty");
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (RuntimeException e) { // Gson's own, and those of the records' constructors, which Gson wraps
            Throwable reason = e instanceof JsonParseException || e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(file + ": " + reason.getMessage(), e);
        }
    }

    /** Writes a file so that readers see the old content or the new, never half of it; what is there when this returns stays through a loss of power. */
    public static void write(Path file, Object value) {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (FileOutputStream out = new FileOutputStream(half.toFile())) { // no channel: an interrupt would close it
                out.write((PRETTY.toJson(value) + "\n").getBytes(StandardCharsets.UTF_8));
                out.getFD().sync();
            }
            try {
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            half.toFile().delete(); // best effort: on a full disk every byte counts
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
