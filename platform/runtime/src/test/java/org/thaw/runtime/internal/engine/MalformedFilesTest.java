package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.Checkpoints;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.ToyLab;

/** Good files, changed at random places: whatever comes of it is either read, or refused with the name of the file. */
class MalformedFilesTest {
    private static final String GOOD = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"halves\", \"epochs\": 2}, \"environment\": \"blobs\","
            + " \"learners\": {\"a\": {\"plugin\": \"centroids\", \"rate\": 0.2}, \"b\": \"centroids\"}, \"metrics\": [\"count\"], \"seeds\": [1, 2], \"twins\": {\"frozen\": \"tasks\"}}";
    private static final String NOISE = "{}[]\",:0-e.x\\u\n\t nulltrue\u00e9";

    @TempDir
    Path folder;

    private static byte[] mutated(byte[] good, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(new String(good, StandardCharsets.ISO_8859_1));
        for (int change = 0; change <= random.nextInt(3); change++) {
            int at = random.nextInt(text.length());
            int until = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, until);
                case 1 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(256));
                case 3 -> text.insert(at, text.substring(at, until));
                default -> text.setLength(Math.max(1, at));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @TestFactory
    Stream<DynamicTest> experimentFilesAreReadOrRefusedWithTheirName() throws IOException {
        ToyLab lab = new ToyLab(folder);
        lab.read(GOOD);
        Path file = folder.resolve("files/toy.json");
        return IntStream.range(0, 100).mapToObj(seed -> dynamicTest("mutation " + seed, () -> {
            Files.write(file, mutated(GOOD.getBytes(StandardCharsets.UTF_8), seed));
            try {
                lab.read(file);
            } catch (BadInputException e) {
                assertTrue(e.getMessage().contains("toy.json"), e.getMessage());
            }
        }));
    }

    /** A run with a checkpoint, and one that is done. */
    private Path interrupted() throws Exception {
        Path home = folder.resolve("good");
        ToyLab lab = new ToyLab(home);
        RunningExperiment run = lab.start(lab.read(GOOD, "protocol.epochs=2000"), often(lab));
        while (run.runs().get(0).fraction() < 0.5) {
            Thread.onSpinWait();
        }
        run.stop();
        ToyLab.ended(run);
        return home;
    }

    private static RunSettings often(ToyLab lab) {
        return lab.settings(1).saving(new Checkpoints(Duration.ofMillis(5), Duration.ZERO));
    }

    @Test
    void runFoldersAreTakenUpOrRefusedWithTheirNameAndTheOthersGoOn() throws Exception {
        Path good = interrupted();
        Path run = new ExperimentFolder(good.resolve("runs/toy")).runs().get(0).path();
        int taken = 0;
        int refused = 0;
        for (String name : List.of(RunFolder.MANIFEST, RunFolder.EVENTS, RunFolder.TIMING, RunFolder.END)) {
            for (int seed = 0; seed < 8; seed++) {
                Path home = folder.resolve("bad-" + name + seed);
                copy(good, home);
                Path file = home.resolve(good.relativize(run)).resolve(name);
                byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : "{\"status\": \"failed\", \"message\": \"m\"}".getBytes(StandardCharsets.UTF_8);
                Files.write(file, mutated(bytes.length == 0 ? new byte[] {'{'} : bytes, seed));
                ToyLab lab = new ToyLab(home);
                try {
                    RunningExperiment resumed = ToyLab.ended(lab.resume("toy", lab.settings(2)));
                    for (RunStatus status : resumed.runs().subList(1, resumed.runs().size())) {
                        boolean before = new RunFolder(good.resolve(home.relativize(status.folder()))).end().isPresent(); // on a fast machine
                        assertEquals(before ? RunStatus.State.REUSED : RunStatus.State.DONE, status.state(), name + seed + ": " + status.message());
                    }
                    String message = resumed.runs().get(0).message();
                    assertTrue(message.isEmpty() || message.contains(name), message);
                    taken++;
                } catch (BadInputException e) {
                    assertTrue(e.getMessage().contains(name), e.getMessage());
                    refused++;
                }
            }
        }
        assertTrue(taken > 20, taken + " taken up, " + refused + " refused");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(each));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
