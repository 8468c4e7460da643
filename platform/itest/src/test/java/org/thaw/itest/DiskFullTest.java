package org.thaw.itest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more. Stands in for it: a limit of the shell on the size of files, which only the checkpoints of a large network reach. */
class DiskFullTest {
    private static final String EXPERIMENT = """
            {"name": "big", "protocol": {"plugin": "class-incremental", "iterations": 20, "tests": "met"}, "environment": "mnist-10k", "metrics": ["average-accuracy"],
             "learners": {"large": {"plugin": "finetune", "hidden": [640, 640]}, "small": {"plugin": "nearest-class-mean"}}}
            """;
    private static final int KILOBYTES = 8_000;

    @TempDir
    Path folder;

    @Test
    void theRunThatCannotWriteFailsAndTheOtherDoesNotAndAfterwardsItGoesOnToTheSameBytes() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "SKIPPED: there is no bash to set a limit with");
        Thaw whole = new Thaw(Files.createDirectories(folder.resolve("whole")));
        assertEquals(0, whole.run("run", whole.file("big.json", EXPERIMENT).toString(), "--in-process").code());

        Thaw thaw = new Thaw(Files.createDirectories(folder.resolve("full")));
        assertEquals(0, thaw.run("learners").code()); // the store takes in the jars before the disk is full
        Thaw.Result full = thaw.runWithin(KILOBYTES, "run", thaw.file("big.json", EXPERIMENT).toString(), "--in-process", "--checkpoint-every", "50ms");
        assertEquals(1, full.code(), full.toString());
        Path large = thaw.runs().resolve("big/large-mnist-10k-0");
        String end = Files.readString(large.resolve("end"));
        assertTrue(end.contains("cannot write") && end.contains(".safetensors: File too large"), end);
        assertTrue(Files.readString(thaw.runs().resolve("big/small-mnist-10k-0/end")).contains("\"done\""));

        Thaw.Result again = thaw.run("resume", "big", "--in-process");
        assertEquals(0, again.code(), again.toString());
        assertArrayEquals(Files.readAllBytes(whole.runs().resolve("big/large-mnist-10k-0/metrics.jsonl")), Files.readAllBytes(large.resolve("metrics.jsonl")));
        assertEquals(Files.readString(whole.runs().resolve("big/large-mnist-10k-0/end")), Files.readString(large.resolve("end")));
    }
}
