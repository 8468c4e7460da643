package org.thaw.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person may get wrong on the command line: exit code 2, one sentence that says where and what would be right. */
class BadInputTest {
    @TempDir
    static Path folder;
    private static Thaw thaw;

    @BeforeAll
    static void host() {
        thaw = new Thaw(folder);
    }

    private static void refused(String expected, String... arguments) {
        Thaw.Result result = thaw.run(arguments);
        assertEquals(2, result.code(), result.toString());
        assertTrue(result.err().contains(expected), "expected \"" + expected + "\" in\n" + result);
        assertFalse(result.err().contains("\tat "), "a stack trace is no help:\n" + result);
    }

    @Test
    void anUnknownLearnerIsNamedWithTheNearestOne() {
        refused("did you mean \"experience-replay\"", "run", Thaw.experiment("split-mnist.json").toString(), "learners=[\"experience-reply\"]");
    }

    @Test
    void anUnknownHyperparameterIsNamedWithItsPlace() {
        refused("learners.ewc.lamda: unknown field", "run", Thaw.experiment("split-mnist.json").toString(), "learners.ewc.lamda=3");
    }

    @Test
    void brokenJsonIsNamedWithItsLine() {
        refused("line 2", "run", thaw.file("broken.json", "{\"protocol\": \"class-incremental\",\n \"seeds\": ]}").toString());
    }

    @Test
    void anAgentCannotPlayAPredictor() {
        refused("tabular-q is an agent, but the protocol class-incremental needs a predictor", "run", Thaw.experiment("split-mnist.json").toString(), "learners=[\"tabular-q\"]");
    }

    @Test
    void aMissingFileIsNamed() {
        refused("no such file", "run", "nowhere.json");
    }

    @Test
    void anUnknownVerbIsRefused() {
        refused("plugins", "plugin");
    }

    @Test
    void aMissingDataSetSaysWhichFileToPutWhere() {
        Thaw.Result result = thaw.run("run", Thaw.experiment("split-mnist.json").toString(), "name=missing", "environment=mnist", "learners=[\"finetune\"]", "seeds=1", "--offline", "--data",
                folder.resolve("data").toString());
        assertEquals(1, result.code(), result.toString());
        assertTrue((result.out() + result.err()).contains("put the file t10k-labels-idx1-ubyte.gz"), result.toString());
    }
}
