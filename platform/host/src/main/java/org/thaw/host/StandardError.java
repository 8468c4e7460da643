package org.thaw.host;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.lang.reflect.Constructor;
import java.nio.charset.Charset;

/**
 * The standard error of the process. {@code bin/thaw} filters it, because every JVM prints a warning about the Vector API before any class of ours
 * runs; the unfiltered one is file descriptor 3. Once the JVM is up there is nothing left to filter, and what is printed directly keeps its order
 * beside standard output and is complete when the process ends.
 */
final class StandardError {
    /** The system property that names the descriptor of the unfiltered standard error. */
    static final String PROPERTY = "thaw.stderr";

    private StandardError() {
    }

    /** Prints to the unfiltered one from now on, if there is one and the JVM lets us; else all stays as it is. */
    static void unfiltered() {
        Integer number = Integer.getInteger(PROPERTY);
        if (number == null) {
            return;
        }
        try {
            // no public way leads to an inherited descriptor: opening /dev/fd/3 would start a file anew, and fails for sockets
            Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true);
            String charset = System.getProperty("stderr.encoding", Charset.defaultCharset().name());
            System.setErr(new PrintStream(new FileOutputStream(constructor.newInstance(number)), true, charset));
        } catch (ReflectiveOperationException | UnsupportedEncodingException | RuntimeException e) {
            System.getLogger(StandardError.class.getName()).log(System.Logger.Level.DEBUG, "standard error stays filtered", e);
        }
    }
}
