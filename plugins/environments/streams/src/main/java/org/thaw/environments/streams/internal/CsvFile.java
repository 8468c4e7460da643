package org.thaw.environments.streams.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.MissingDataException;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.TaskStream;

/**
 * Any labelled CSV file, as a stream of one task in the order of its lines. Its first line names the columns; without such a header their names are 1 … n. Inputs are real: a numeric column is one, a categorical one
 * as many as it has values, of which one is 1 (in the order of the values as text). Classes are numbered in the order of their names, by value if all are numbers.
 * Run provenance keeps the file's SHA-256 and the numbering.
 */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "csv", summary = "A labelled CSV file as a stream, in the order of its lines")
public final class CsvFile implements EnvironmentFactory<CsvFile.Config, TaskStream> {
    /** What is done where a value is missing. */
    public enum Missing {
        /** The file is refused. */ REFUSE,
        /** A number is taken to be 0; a category is a value of its own. */ ZERO
    }

    /** Which file, and what its columns mean. */
    public record Config(
            @Parameter("the file; a relative path starts at the folder that Thaw was started in") String file,
            @Parameter(value = "whether the first line names the columns; if not, their names are \"1\", \"2\" and so on, and the first line is an example", byDefault = "true")
            boolean header,
            @Parameter(value = "the column to predict, by its name; empty: the last", byDefault = "\"\"") String label,
            @Parameter(value = "columns whose values are categories, not numbers", byDefault = "[]") List<String> categorical,
            @Parameter(value = "columns to leave out", byDefault = "[]") List<String> ignored,
            @Parameter(value = "whether the label is a number to predict, not a class", byDefault = "false") boolean regression,
            @Parameter(value = "the character between values", byDefault = "\",\"") String separator,
            @Parameter(value = "what to do where a value is empty or ?", byDefault = "refuse") Missing missing,
            @Parameter(value = "share of the examples, the last ones, that test instead of training", byDefault = "0", range = "[0,1)") double testShare,
            @Parameter(value = "the file's SHA-256, if it is to be checked", byDefault = "\"\"") String sha256) {
        public Config {
            categorical = List.copyOf(categorical);
            ignored = List.copyOf(ignored);
            if (separator.length() != 1) {
                throw new IllegalArgumentException("separator \"" + separator + "\": expected one character");
            }
        }
    }

    @Override
    public TaskStream create(Config configuration, Context context) {
        Path given = Path.of(configuration.file());
        Path file = given.toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new MissingDataException("there is no file " + file + "; give the path of a CSV file"
                    + (given.isAbsolute() ? "" : ": \"" + given + "\" starts at the folder that Thaw was started in, a whole path means the same everywhere"));
        }
        try {
            String sha256 = sha256(file);
            if (!configuration.sha256().isEmpty() && !configuration.sha256().equalsIgnoreCase(sha256)) {
                throw new MissingDataException(file + " is another file than the one meant: its SHA-256 is " + sha256 + ", expected " + configuration.sha256());
            }
            context.note("csv-sha256", sha256);
            CsvTable table = CsvTable.read(file, configuration);
            table.label().categories().ifPresent(classes -> context.note("csv-classes", String.join(", ", classes)));
            return new CsvTask(table, configuration.testShare());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
