package org.thaw.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars dropped into the plugins folder of a running host. */
class DropInTest {
    private static final String SMALL = " seeds=1 protocol.epochs=1 twins={} --wait";

    @TempDir
    Path folder;
    private Thaw thaw;
    private Path jar;

    @BeforeEach
    void firstPlugin() {
        thaw = new Thaw(folder);
        jar = PluginJar.build(folder.resolve("work"), PluginJar.firstPlugin(), "1.0.0");
    }

    private String run(String name) {
        return "run " + Thaw.experiment("split-mnist.json") + " name=" + name + " learners='[\"softmax-regression\"]'" + SMALL;
    }

    private static void drop(Path jar, Path target) throws IOException {
        Path draft = Files.copy(jar, target.resolveSibling(target.getFileName() + ".part"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void theFirstPluginIsListedRunsAndGoesWhenItIsRemoved() throws IOException {
        try (Shell shell = thaw.shell()) {
            shell.until("learners", "finetune", true);
            drop(jar, thaw.plugins().resolve("my-learner.jar"));
            shell.until("learners", "softmax-regression", true);

            assertTrue(shell.ask("describe softmax-regression").contains("learning rate"), "its hyperparameter is described");
            shell.ask(run("mine"));
            Results results = Results.of(thaw.runs().resolve("mine"));
            assertTrue(results.mean("softmax-regression", "learning-accuracy") > 0.9, "it learns");
            shell.until("plugins", () -> Files.exists(thaw.plugins().resolve("my-learner.jar.ok")));

            Files.delete(thaw.plugins().resolve("my-learner.jar"));
            shell.until("learners", "softmax-regression", false);
            assertTrue(shell.ask("why softmax-regression").contains("softmax-regression"));
            shell.until("plugins --leaks", "my-learner.jar", false);
        }
    }

    @Test
    void badJarsAreRefusedInOneSentenceAndHurtNobody() throws IOException {
        try (Shell shell = thaw.shell()) {
            shell.until("learners", "finetune", true);
            byte[] good = Files.readAllBytes(jar);
            Files.write(thaw.plugins().resolve("truncated.jar"), java.util.Arrays.copyOf(good, good.length / 2));
            Files.write(thaw.plugins().resolve("empty.jar"), new byte[0]);
            String throwing = PluginJar.firstPlugin().replace("public static final class Factory implements", "public static final class Factory implements ")
                    .replace("        @Override\n        public SoftmaxRegression create", "        public Factory() {\n            throw new IllegalStateException(\"boom\");\n        }\n\n        @Override\n        public SoftmaxRegression create");
            drop(PluginJar.build(folder.resolve("work"), throwing, "1.0.0"), thaw.plugins().resolve("throwing.jar"));
            for (String name : List.of("truncated", "empty", "throwing")) {
                shell.until("plugins", () -> Files.exists(thaw.plugins().resolve(name + ".jar.failed")));
                assertTrue(shell.ask("why " + name + ".jar").contains("refused"), name);
                assertEquals(1, Files.readAllLines(thaw.plugins().resolve(name + ".jar.failed")).size(), name);
            }
            assertTrue(shell.ask("learners").contains("finetune"));
        }
    }

    @Test
    void newBytesUnderTheSameNameServeNewRunsWhileTheOldOnesGoOn() throws IOException {
        Path live = thaw.plugins().resolve("my-learner.jar");
        try (Shell shell = thaw.shell()) {
            shell.until("learners", "finetune", true);
            drop(jar, live);
            shell.until("learners", "softmax-regression", true);
            shell.ask("run " + Thaw.experiment("split-mnist.json") + " name=old learners='[\"softmax-regression\"]' seeds=1 twins={} protocol.epochs=100000 &");
            Path run = thaw.runs().resolve("old/softmax-regression-mnist-10k-0");
            shell.until("plugins", () -> Files.exists(run.resolve("metrics.jsonl")));
            String old = sha256("old");

            String changed = PluginJar.firstPlugin().replace("byDefault = \"0.01\"", "byDefault = \"0.02\"");
            drop(PluginJar.build(folder.resolve("work"), changed, "1.0.0"), live);
            shell.until("describe softmax-regression", "0.02", true);
            shell.ask(run("new"));

            assertTrue(shell.ask("plugins").contains("replaced by newer bytes; serves 1 run to the end"), "the old run goes on");
            assertFalse(Files.exists(run.resolve("end")));
            assertNotEquals(old, sha256("new"), "the new run has the new bytes");
            shell.ask("stop old");
        }
    }

    @Test
    void aBrokenUpdateLeavesTheLivePluginServing() throws IOException {
        Path live = thaw.plugins().resolve("my-learner.jar");
        try (Shell shell = thaw.shell()) {
            shell.until("learners", "finetune", true);
            drop(jar, live);
            shell.until("learners", "softmax-regression", true);
            byte[] good = Files.readAllBytes(jar);
            Files.write(live, java.util.Arrays.copyOf(good, good.length / 3));
            shell.until("plugins", () -> Files.exists(thaw.plugins().resolve("my-learner.jar.failed")));
            shell.ask(run("still"));
            assertTrue(Results.of(thaw.runs().resolve("still")).mean("softmax-regression", "learning-accuracy") > 0.9);
        }
    }

    private String sha256(String experiment) throws IOException {
        String manifest = Files.readString(thaw.runs().resolve(experiment).resolve("softmax-regression-mnist-10k-0/run.json"));
        int player = manifest.indexOf("\"plugin\": \"softmax-regression\"");
        return manifest.substring(manifest.indexOf("\"sha256\"", player), manifest.indexOf("\"privilege\"", player));
    }
}
