package org.thaw.runtime.internal.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.thaw.api.MissingDataException;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.run.SwapRefusedException;

/** What an exception means, in words for people. */
public final class Reasons {
    private Reasons() {
    }

    /** What went wrong; where its kind leaves that open, also the place in the code. */
    public static String of(Throwable e) {
        if (e instanceof Error error) {
            return of(error);
        }
        if (e instanceof IOException io) {
            return of(io);
        }
        if (e instanceof UncheckedIOException io) {
            return ownSentence(io) ? io.getMessage() + ": " + of(io.getCause()) : of(io.getCause());
        }
        boolean sentence = e instanceof IllegalArgumentException || e instanceof IllegalStateException || e instanceof MissingDataException
                || e instanceof BadInputException || e instanceof UnknownPluginException || e instanceof RunException
                || e instanceof SwapRefusedException;
        return sentence && e.getMessage() != null && !(e instanceof NumberFormatException) ? e.getMessage() : named(e) + place(e);
    }

    private static boolean ownSentence(UncheckedIOException e) {
        return e.getMessage() != null && !e.getMessage().equals(e.getCause().toString());
    }

    /** Why a file could not be read or written: the exceptions of {@code java.nio.file} often say no more than its name. */
    public static String of(IOException e) {
        if (e instanceof FileSystemException file) {
            String problem = e instanceof NoSuchFileException ? "no such file or folder" : e instanceof AccessDeniedException ? "permission denied"
                    : e instanceof FileAlreadyExistsException ? "there is a file in its place" : e instanceof NotDirectoryException ? "not a folder"
                    : file.getReason() == null ? named(e) : file.getReason();
            return file.getFile() == null ? problem : file.getFile() + ": " + problem;
        }
        if (e instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        }
        return e.getMessage() == null ? named(e) : e.getMessage();
    }

    private static String of(Error e) {
        if (e instanceof StackOverflowError) {
            return "its calls nest without end (StackOverflowError)" + place(e);
        }
        if (e instanceof OutOfMemoryError) {
            return "out of memory (" + e.getMessage() + "); make it smaller, run fewer at once, or give it more: --memory for runs in processes of their own, -Xmx for those in this one";
        }
        if (e instanceof ExceptionInInitializerError && e.getCause() != null) {
            return "a class could not be made ready" + place(e) + ": " + of(e.getCause());
        }
        if (e instanceof NoClassDefFoundError || e instanceof UnsatisfiedLinkError) {
            return "a class or native library that it needs cannot be loaded (" + named(e) + "); is the bundle installed that holds it (for ND4J also the native one "
                    + "for this platform), and does the plugin import its package?";
        }
        if (e instanceof LinkageError) {
            return "it does not fit what it is linked with (" + named(e) + "); build it against the versions that are installed";
        }
        return named(e) + place(e);
    }

    private static String named(Throwable e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    /** The innermost place outside Java's own classes. */
    private static String place(Throwable e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (!frame.getClassName().matches("(java|javax|jdk|sun|com\\.sun)\\..*")) {
                String type = frame.getClassName();
                return " in " + type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
            }
        }
        return "";
    }
}
