package org.thaw.environments.images.internal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads gzipped files; every error names the file. */
final class Gzip {
    private static final int BUFFER = 1 << 16;

    private Gzip() {
    }

    /** Makes something of an unpacked stream, and throws an {@link IOException} that says where in it which fault is. */
    interface Reader<T> {
        T read(InputStream unpacked) throws IOException;
    }

    /** Reads a gzipped file. @throws UncheckedIOException if it is damaged or not what the reader expects */
    static <T> T read(Path file, Reader<T> reader) {
        try (InputStream packed = Files.newInputStream(file)) {
            return read(file.toString(), packed, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Reads a gzipped stream that errors are to call {@code name}. @throws UncheckedIOException as above */
    static <T> T read(String name, InputStream packed, Reader<T> reader) {
        try (InputStream unpacked = new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER)) {
            return reader.read(unpacked);
        } catch (ZipException e) {
            throw new UncheckedIOException(name + ": not an intact gzip file: " + e.getMessage(), e);
        } catch (EOFException e) {
            throw new UncheckedIOException(name + ": the compressed data end too early; the file is cut off", e);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + e.getMessage(), e);
        }
    }
}
