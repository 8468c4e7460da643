package org.thaw.environments.streams.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.MissingDataException;
import org.thaw.api.Space;
import org.thaw.api.environment.TaskStream;
import org.thaw.tck.host.HostContext;

class CsvFileTest {
    private static final String WEATHER = """
            temperature,sky,humidity,play
            21.5,sunny,40,no
            -3,"rain, heavy",95,yes
            12,sunny,50,yes
            8e0,clouds,60,no
            """;

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = file(WEATHER);
    }

    @Test
    void numbersStayCategoriesAreOneOfSeveralAndTheLastColumnIsTheLabel() {
        TaskStream stream = create("", List.of("sky"), List.of());
        assertEquals(List.of(5), stream.signature().input().shape());
        assertEquals(new Space.Categorical(2), stream.signature().output());
        Reading read = Reading.all(stream.signature(), stream.train(0));
        // clouds, "rain, heavy", sunny
        assertArrayEquals(new float[] {
            21.5f, 0, 0, 1, 40,
            -3, 0, 1, 0, 95,
            12, 0, 0, 1, 50,
            8, 1, 0, 0, 60}, read.inputs().floats());
        assertArrayEquals(new int[] {0, 1, 1, 0}, read.targets().ints());
    }

    @Test
    void anyColumnCanBeTheLabelAndColumnsCanBeLeftOut() {
        TaskStream stream = create("sky", List.of(), List.of("play", "temperature"));
        Reading read = Reading.of(stream.signature(), stream.train(0), 1, 0);
        assertArrayEquals(new float[] {95, 40}, read.inputs().floats());
        assertArrayEquals(new int[] {1, 2}, read.targets().ints());
    }

    @Test
    void classesThatAreNumbersAreInTheOrderOfTheirValues() throws IOException {
        file = file("x,class\n1,10\n2,9\n3,-1\n");
        TaskStream stream = create("", List.of(), List.of());
        assertArrayEquals(new int[] {2, 1, 0}, Reading.all(stream.signature(), stream.train(0)).targets().ints());
    }

    @Test
    void aNumberCanBePredictedToo() {
        TaskStream stream = new CsvFile().create(config("humidity", List.of("sky", "play"), List.of(), true, CsvFile.Missing.REFUSE, 0.5, ""), new HostContext(1));
        assertEquals(2, stream.train(0).size());
        assertArrayEquals(new float[] {50, 60}, Reading.all(stream.signature(), stream.test(0)).targets().floats());
    }

    @Test
    void withoutAHeaderTheFirstLineIsAnExampleAndColumnsAreNumbered() throws IOException {
        file = file("7,sunny,40,no\n-3,clouds,95,yes\n");
        TaskStream stream = headless("", List.of("2"), List.of());
        assertArrayEquals(new float[] {7, 0, 1, 40, -3, 1, 0, 95}, Reading.all(stream.signature(), stream.train(0)).inputs().floats());
        assertArrayEquals(new int[] {0, 1}, Reading.all(stream.signature(), stream.train(0)).targets().ints());
        TaskStream other = headless("2", List.of(), List.of("1", "4"));
        assertArrayEquals(new float[] {40, 95}, Reading.all(other.signature(), other.train(0)).inputs().floats());
        assertArrayEquals(new int[] {1, 0}, Reading.all(other.signature(), other.train(0)).targets().ints());
    }

    @Test
    void whatIsWrongWithoutAHeaderIsNamedByTheColumnsNumber() throws IOException {
        file = file("1,2,a\n1,b\n");
        assertEquals(file + ", line 2 has 2 values, but the first line has 3", refusal(() -> headless("", List.of(), List.of())));
        assertEquals(file + " has no column \"4\"; without a header its columns are named [1, 2, 3]", refusal(() -> headless("4", List.of(), List.of())));
        file = file("x,y\n1,a\n");
        assertTrue(refusal(() -> headless("", List.of(), List.of())).startsWith(file + ", line 1, column \"1\": \"x\" is no number"));
        file = file("");
        assertEquals(file + " is empty; expected a line for each example", refusal(() -> headless("", List.of(), List.of())));
    }

    @Test
    void aLabelThatIsLeftOutIsRefused() {
        assertEquals(file + ": the column to predict, \"play\", is listed under ignored", refusal(() -> create("", List.of("sky"), List.of("play"))));
    }

    @Test
    void whatIsNoNumberIsNamedWithLineAndColumn() {
        assertEquals(file + ", line 2, column \"sky\": \"sunny\" is no number; if the column holds categories, list it under categorical",
                refusal(() -> create("", List.of(), List.of())));
    }

    @Test
    void missingValuesAreRefusedOrTakenForZero() throws IOException {
        file = file("x,y\n1,a\n2,b\n?,a\n");
        assertEquals(file + ", line 4, column \"x\": the value is missing; give missing=zero to take 0 for it, or leave the column out",
                refusal(() -> create("", List.of(), List.of())));
        TaskStream stream = new CsvFile().create(config("", List.of(), List.of(), false, CsvFile.Missing.ZERO, 0, ""), new HostContext(1));
        assertArrayEquals(new float[] {1, 2, 0}, Reading.all(stream.signature(), stream.train(0)).inputs().floats());
    }

    @Test
    void linesAreCountedInTheFileEvenWhereAValueSpansSeveral() throws IOException {
        file = file("x,text,y\n1,\"two\nlines\",a\nno,b,a\n");
        assertTrue(refusal(() -> create("", List.of("text"), List.of())).startsWith(file + ", line 4, column \"x\": \"no\" is no number"));
    }

    @Test
    void aLineOfAnotherLengthIsNamed() throws IOException {
        file = file("x,y\n1,a\n1\n");
        assertEquals(file + ", line 3 has 1 values, but the header names 2 columns", refusal(() -> create("", List.of(), List.of())));
    }

    @Test
    void unknownAndDoubleColumnsAreNamed() throws IOException {
        assertEquals(file + " has no column \"wind\"; its header names [temperature, sky, humidity, play]", refusal(() -> create("wind", List.of(), List.of())));
        assertTrue(refusal(() -> create("", List.of("wind"), List.of())).contains("\"wind\""));
        file = file("x,x,y\n1,2,a\n");
        assertTrue(refusal(() -> create("", List.of(), List.of())).contains("twice"));
    }

    @Test
    void whatIsNoCsvFileIsRefused() throws IOException {
        file = file("");
        assertTrue(refusal(() -> create("", List.of(), List.of())).contains("is empty"));
        file = file("x,y\n");
        assertTrue(refusal(() -> create("", List.of(), List.of())).contains("no examples"));
        file = file("x\n1\n");
        assertTrue(refusal(() -> create("", List.of(), List.of())).contains("no column to predict \"x\" from"));
    }

    @Test
    void aMissingOrAnotherFileIsNamed() {
        Path meant = file;
        MissingDataException another = assertThrows(MissingDataException.class,
                () -> new CsvFile().create(config("", List.of("sky"), List.of(), false, CsvFile.Missing.REFUSE, 0, "00"), new HostContext(1)));
        assertTrue(another.getMessage().startsWith(meant + " is another file than the one meant"));
        file = folder.resolve("none.csv");
        String whole = assertThrows(MissingDataException.class, () -> create("", List.of(), List.of())).getMessage();
        assertEquals("there is no file " + file + "; give the path of a CSV file", whole);
        file = Path.of("none.csv");
        String relative = assertThrows(MissingDataException.class, () -> create("", List.of(), List.of())).getMessage();
        assertTrue(relative.endsWith(": \"none.csv\" starts at the folder that Thaw was started in, a whole path means the same everywhere"), relative);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private static String refusal(Runnable reading) {
        return assertThrows(IllegalArgumentException.class, reading::run).getMessage();
    }

    private TaskStream create(String label, List<String> categorical, List<String> ignored) {
        return new CsvFile().create(config(label, categorical, ignored, false, CsvFile.Missing.REFUSE, 0, ""), new HostContext(1));
    }

    private TaskStream headless(String label, List<String> categorical, List<String> ignored) {
        return new CsvFile().create(new CsvFile.Config(file.toString(), false, label, categorical, ignored, false, ",", CsvFile.Missing.REFUSE, 0, ""), new HostContext(1));
    }

    private CsvFile.Config config(String label, List<String> categorical, List<String> ignored, boolean regression, CsvFile.Missing missing, double testShare, String sha256) {
        return new CsvFile.Config(file.toString(), true, label, categorical, ignored, regression, ",", missing, testShare, sha256);
    }
}
