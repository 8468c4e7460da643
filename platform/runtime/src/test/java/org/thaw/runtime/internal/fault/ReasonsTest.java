package org.thaw.runtime.internal.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.thaw.api.MissingDataException;

class ReasonsTest {
    private final Guard guard = new Guard("learner toy@1.0.0");

    private String said(Runnable call) {
        return assertThrows(PluginFaultException.class, () -> guard.run("learn", call)).getMessage().replaceFirst("^learner toy@1\\.0\\.0 failed in learn: ", "");
    }

    private static int deeper(int n) {
        return deeper(n + 1) + 1;
    }

    @Test
    void aPluginsOwnSentenceIsEnough() {
        assertEquals("needs two classes", said(() -> {
            throw new IllegalArgumentException("needs two classes");
        }));
        assertEquals("put it there", said(() -> {
            throw new MissingDataException("put it there");
        }));
    }

    @Test
    void whatSaysLittleIsSaidWithItsPlaceInTheCode() {
        String message = said(() -> {
            throw new ArrayIndexOutOfBoundsException("Index 3 out of bounds for length 3");
        });
        assertTrue(message.matches("ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 3 in ReasonsTest\\.\\S+ \\(ReasonsTest\\.java:\\d+\\)"), message);
        assertTrue(said(() -> Integer.parseInt("x")).startsWith("NumberFormatException: For input string: \"x\" in ReasonsTest"));
        assertTrue(said(() -> {
            throw new IllegalStateException();
        }).startsWith("IllegalStateException in ReasonsTest"));
    }

    @Test
    void errorsOfTheMachineAreSaidInWords() {
        assertTrue(said(() -> deeper(0)).startsWith("its calls nest without end (StackOverflowError) in ReasonsTest.deeper"));
        assertTrue(said(() -> {
            throw new OutOfMemoryError("Java heap space");
        }).startsWith("out of memory (Java heap space); make it smaller"));
    }

    @Test
    void classesThatCannotBeLoadedAreSaidWithWhatToLookFor() {
        assertTrue(said(() -> {
            throw new NoClassDefFoundError("org/nd4j/linalg/factory/Nd4j");
        }).startsWith("a class or native library that it needs cannot be loaded (NoClassDefFoundError: org/nd4j/linalg/factory/Nd4j); is the bundle installed that holds it"));
        assertTrue(said(() -> {
            throw new UnsatisfiedLinkError("no jnind4jcpu in java.library.path");
        }).contains("(for ND4J also the native one for this platform)"));
        assertTrue(said(() -> {
            throw new ExceptionInInitializerError(new IllegalStateException("no backend"));
        }).matches("a class could not be made ready in .*: no backend"));
        assertTrue(said(() -> {
            throw new AbstractMethodError("Toy.updates()J");
        }).startsWith("it does not fit what it is linked with (AbstractMethodError: Toy.updates()J); build it against the versions that are installed"));
    }

    @Test
    void filesAreSaidWithTheReason() {
        assertEquals("runs/x: no such file or folder", Reasons.of(new NoSuchFileException("runs/x")));
        assertEquals("runs/x: permission denied", Reasons.of(new AccessDeniedException("runs/x")));
        assertEquals("runs/x: No space left on device", Reasons.of(new FileSystemException("runs/x", null, "No space left on device")));
        assertEquals("No space left on device", Reasons.of(new IOException("No space left on device")));
        assertEquals("cannot write x: No space left on device", Reasons.of(new UncheckedIOException("cannot write x", new IOException("No space left on device"))));
        assertEquals("gone", Reasons.of(new UncheckedIOException(new IOException("gone"))));
    }

    @Test
    void theHostsOwnExceptionsPassThroughPluginsUnchangedEvenWrapped() {
        StoppedException stopped = new StoppedException();
        RunFolderException full = new RunFolderException(Path.of("x"), new IOException("No space left on device"));

        assertSame(stopped, assertThrows(StoppedException.class, () -> guard.run("end", () -> {
            throw stopped;
        })));
        assertSame(full, assertThrows(RunFolderException.class, () -> guard.get("learn", () -> {
            throw new IllegalStateException("wrapped", new RuntimeException(full));
        })));
        assertEquals("cannot write x: No space left on device", full.getMessage());
    }

    @Test
    void theInnermostPluginIsBlamed() {
        PluginFaultException fault = assertThrows(PluginFaultException.class, () -> guard.run("create", () -> new Guard("learner inner@2").run("create", () -> {
            throw new IllegalArgumentException("no");
        })));
        assertEquals("learner inner@2", fault.plugin());
        assertEquals("learner inner@2 failed in create: no", fault.getMessage());
    }

    @Test
    void nothingIsAFaultToo() {
        assertEquals("learner toy@1.0.0 failed in policy: it returned null", assertThrows(PluginFaultException.class, () -> guard.get("policy", () -> null)).getMessage());
    }
}
