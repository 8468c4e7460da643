package org.thaw.environments.streams.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.thaw.tck.TaskStreamContract;

/** Every stream keeps the contract of task streams. */
class StreamsContractTest {
    private static final Path CSV = Path.of("target", "contract.csv");

    @BeforeAll
    static void write() throws IOException {
        StringBuilder text = new StringBuilder("x,colour,y\n");
        for (int i = 0; i < 200; i++) {
            text.append(i % 7).append(',').append(i % 3 == 0 ? "red" : "blue").append(',').append(i % 2 == 0 ? "even" : "odd").append('\n');
        }
        Files.writeString(CSV, text);
    }

    @AfterAll
    static void delete() throws IOException {
        Files.delete(CSV);
    }

    @Nested
    class SeaKeepsIt extends TaskStreamContract<Sea.Config> {
        SeaKeepsIt() {
            super(new Sea(), new Sea.Config(3000, 200, List.of(8.0, 9.0), 1000, 400, 0.1));
        }
    }

    @Nested
    class RotatingHyperplaneKeepsIt extends TaskStreamContract<RotatingHyperplane.Config> {
        RotatingHyperplaneKeepsIt() {
            super(new RotatingHyperplane(), new RotatingHyperplane.Config(3000, 200, 10, 2, 0.1, 500, 0.1, 1000, 0, 2, 0.05));
        }
    }

    @Nested
    class RandomRbfKeepsIt extends TaskStreamContract<RandomRbf.Config> {
        RandomRbfKeepsIt() {
            super(new RandomRbf(), new RandomRbf.Config(3000, 200, 10, 4, 12, 0.001, 1000, 200, 0, 0.05));
        }
    }

    @Nested
    class SlowlyChangingRegressionKeepsIt extends TaskStreamContract<SlowlyChangingRegression.Config> {
        SlowlyChangingRegressionKeepsIt() {
            super(new SlowlyChangingRegression(), new SlowlyChangingRegression.Config(3000, 200, 20, 15, 1000, 100, 0.7));
        }
    }

    @Nested
    class CsvFileKeepsIt extends TaskStreamContract<CsvFile.Config> {
        CsvFileKeepsIt() {
            super(new CsvFile(), new CsvFile.Config(CSV.toString(), true, "", List.of("colour"), List.of(), false, ",", CsvFile.Missing.REFUSE, 0.3, ""));
        }
    }
}
