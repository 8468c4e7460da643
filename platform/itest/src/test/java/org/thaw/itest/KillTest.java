package org.thaw.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/**
 * Hosts that are killed at random moments, again and again, over experiments with all shipped learners: what they leave behind is gone on with, and ends with the
 * bytes of an undisturbed run.
 */
class KillTest {
    private static final String CLASSIFIERS = """
            {"name": "classifiers", "protocol": {"plugin": "class-incremental", "iterations": 5, "tests": "met"}, "environment": "mnist-10k", "seeds": 1,
             "metrics": ["average-accuracy", "average-accuracy/diaz", "backward-transfer", "backward-transfer/diaz", "forward-transfer", "forward-transfer/diaz", "forgetting",
                         "learning-accuracy", "average-incremental-accuracy", "anytime-accuracy", "accuracy-matrix", "cost"],
             "learners": {"joint": {"hidden": [20]}, "cumulative": {"hidden": [20]}, "finetune": {"hidden": [20]}, "frozen-at-task-1": {"hidden": [20]},
                          "labels-trick": {"hidden": [20]}, "nearest-class-mean": {}, "slda": {}, "experience-replay": {"hidden": [20]}, "der": {"hidden": [20]},
                          "der-plus-plus": {"hidden": [20]}, "a-gem": {"hidden": [20]}, "gem": {"hidden": [20], "perTask": 20}, "gdumb": {"hidden": [20], "epochs": 2},
                          "icarl": {"hidden": [20]}, "ewc": {"hidden": [20], "fisherSamples": 50}, "online-ewc": {"hidden": [20], "fisherSamples": 50}, "si": {"hidden": [20]},
                          "mas": {"hidden": [20], "samples": 50}, "lwf": {"hidden": [20]}, "l2": {"hidden": [20]}, "l2-init": {"hidden": [20]},
                          "shrink-and-perturb": {"hidden": [20]}, "continual-backprop": {"hidden": [20]}, "online-naive-bayes": {}, "knn-window": {"window": 50},
                          "adwin-guarded": {}, "online-sgd": {"hidden": [20]}, "hoeffding-tree": {}}}
            """;
    private static final String TOLD = """
            {"name": "told", "protocol": {"plugin": "task-incremental", "epochs": 1}, "environment": "mnist-10k", "seeds": 1, "twins": {"frozen": "tasks"},
             "learners": {"packnet": {"hidden": [20]}, "multi-head": {"hidden": [20]}, "finetune": {"hidden": [20]}}}
            """;
    private static final String LIVES = """
            {"name": "lives", "protocol": {"plugin": "lifetime", "steps": 30000, "evaluateEvery": 2000, "evaluationEpisodes": 3}, "environments": ["grid-world"],
             "learners": ["tabular-q", "random"], "seeds": 2, "lanes": 2, "twins": {"frozen": [2000, 15000]}, "metrics": ["return-curve", "continual-gain", "cost"]}
            """;
    private static final String GAMES = """
            {"name": "games", "protocol": {"plugin": "lifetime", "steps": 600000, "evaluateEvery": 100000, "evaluationEpisodes": 2}, "learners": ["random"],
             "environments": ["breakout", "asterix", "freeway", "seaquest", "space-invaders"], "seeds": 1, "metrics": ["return-curve"]}
            """;
    private static final String AGENTS = """
            {"name": "agents", "protocol": {"plugin": "lifetime", "steps": 6000, "evaluateEvery": 2000, "evaluationEpisodes": 2}, "environments": ["dyna-maze"], "seeds": 1,
             "learners": {"sarsa-lambda": {}, "dyna-q": {}, "dyna-q-plus": {}, "prioritized-sweeping": {}, "dqn": {"hidden": [16], "capacity": 2000, "replayStart": 500},
                          "actor-critic-lambda": {}, "ppo": {"hidden": [16]}, "value-prediction-network": {"hidden": 16, "latent": 8}},
             "twins": {"imitation": {"at": [3000], "learner": {"plugin": "recurrent-imitator", "units": 16, "window": 32, "batch": 4}, "updates": 50}},
             "metrics": ["return-curve", "continual-gain", "cost"]}
            """;
    private static final String IMITATION = """
            {"name": "imitation", "protocol": {"plugin": "long-term-gap", "histories": 20, "steps": 200, "lifetimes": 3, "after": 400, "window": 100, "students": [
               {"role": "cloning", "updates": 100}, {"role": "distillation", "updates": 40}, {"role": "recurrent", "updates": 40, "shuffled": true},
               {"role": "thawed", "updates": 40, "unfrozen": true}, {"role": "scratchpad", "updates": 40}, {"role": "program", "updates": 20}]},
             "environment": "dark-room", "learners": {"tabular-q": {"initialValue": 1}}, "seeds": 1,
             "roles": {"cloning": {"plugin": "behaviour-cloning", "hidden": [16]}, "random": "random", "scratchpad": "scratchpad",
                       "distillation": {"plugin": "algorithm-distillation", "layers": 1, "width": 16, "context": 32, "batch": 4},
                       "thawed": {"plugin": "algorithm-distillation", "layers": 1, "width": 16, "context": 32, "batch": 4},
                       "recurrent": {"plugin": "recurrent-imitator", "units": 16, "window": 32, "batch": 4},
                       "program": {"plugin": "program-class", "program": "tabular-q"}}}
            """;
    private static final Map<String, String> EXPERIMENTS = Map.of("classifiers", CLASSIFIERS, "told", TOLD, "lives", LIVES, "games", GAMES, "agents", AGENTS,
            "imitation", IMITATION);

    @TempDir
    static Path folder;
    private static final Map<String, Map<String, String>> UNDISTURBED = new TreeMap<>();

    @ParameterizedTest
    @CsvSource({"classifiers, 1, --in-process", "lives, 1, --children", "imitation, 1, --in-process"})
    void killedAgainAndAgainARunEndsWithTheSameBytes(String experiment, int kills, String launcher) throws IOException {
        kill(experiment, kills, launcher, 1);
    }

    @ParameterizedTest
    @Tag("soak")
    @CsvSource({"classifiers, 4, --in-process", "classifiers, 5, --children", "told, 3, --in-process", "lives, 3, --children", "games, 5, --in-process", "agents, 5, --in-process",
            "imitation, 5, --children"})
    void someThirtyTimes(String experiment, int kills, String launcher) throws IOException {
        kill(experiment, kills, launcher, 100);
    }

    @Test
    @Tag("soak")
    void fiveHundredTimes() throws IOException {
        for (int round = 0; round < 25; round++) {
            for (String experiment : List.of("classifiers", "lives")) {
                kill(experiment, 10, round % 2 == 0 ? "--in-process" : "--children", 2 + round);
            }
        }
    }

    private void kill(String experiment, int kills, String launcher, long seed) throws IOException {
        Thaw thaw = new Thaw(Files.createDirectories(folder.resolve("killed-" + experiment + launcher + seed)));
        Path file = thaw.file(experiment + ".json", EXPERIMENTS.get(experiment));
        Random random = new Random(seed);
        int killed = 0;
        List<String> first = List.of("run", file.toString(), launcher, "--parallel", "2", "--checkpoint-every", "100ms");
        List<String> again = List.of("resume", experiment, launcher, "--parallel", "2", "--checkpoint-every", "100ms");
        for (int i = 0; i < kills; i++) {
            killed += killAtRandom(thaw.builder(i == 0 ? first.toArray(String[]::new) : again.toArray(String[]::new)), thaw.runs().resolve(experiment), random) ? 1 : 0;
        }
        Thaw.Result rest = thaw.run(again.toArray(String[]::new));
        assertEquals(0, rest.code(), rest.toString());
        assertEquals(undisturbed(experiment), traces(thaw.runs().resolve(experiment)));
        assumeTrue(killed > 0, "the host was done before it could be killed");
        assertTrue(2 * killed >= kills, "only " + killed + " of " + kills + " came in time");
    }

    private static Map<String, String> undisturbed(String experiment) throws IOException {
        if (!UNDISTURBED.containsKey(experiment)) {
            Thaw thaw = new Thaw(Files.createDirectories(folder.resolve("undisturbed-" + experiment)));
            Thaw.Result whole = thaw.run("run", thaw.file(experiment + ".json", EXPERIMENTS.get(experiment)).toString(), "--in-process", "--parallel", "2");
            assertEquals(0, whole.code(), whole.toString());
            UNDISTURBED.put(experiment, traces(thaw.runs().resolve(experiment)));
        }
        return UNDISTURBED.get(experiment);
    }

    /** Starts a host, waits until it writes something, and then a random while. Returns whether it was alive still. */
    private boolean killAtRandom(ProcessBuilder builder, Path runs, Random random) throws IOException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).redirectInput(Path.of("/dev/null").toFile()).start();
        try {
            long before = size(runs);
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (process.isAlive() && size(runs) == before && System.nanoTime() < until) {
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            boolean over = process.waitFor(random.nextInt(1200), TimeUnit.MILLISECONDS);
            List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
            if (random.nextBoolean()) {
                family.forEach(ProcessHandle::destroyForcibly); // as when the machine dies; else only the host
            }
            process.destroyForcibly().waitFor();
            family.forEach(each -> each.onExit().orTimeout(60, TimeUnit.SECONDS).join());
            return !over;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        }
    }

    private static long size(Path runs) {
        if (!Files.isDirectory(runs)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(runs)) {
            return all.filter(path -> path.endsWith("metrics.jsonl") || path.toString().endsWith(".safetensors")).mapToLong(path -> path.toFile().length()).sum();
        } catch (IOException | UncheckedIOException e) {
            return -1; // something went while it was looked at
        }
    }

    /** SHA-256 of the metrics, findings and parameters of each run, and the fingerprints of all that its learners save. */
    private static Map<String, String> traces(Path experiment) throws IOException {
        Map<String, String> traces = new TreeMap<>();
        try (Stream<Path> runs = Files.list(experiment)) {
            for (Path run : runs.filter(path -> Files.exists(path.resolve("run.json"))).toList()) {
                assertFalse(Files.exists(run.resolve("checkpoints")), run + " is done, and holds checkpoints");
                for (String name : List.of("metrics.jsonl", "parameters.safetensors", "end")) {
                    traces.put(run.getFileName() + "/" + name, sha256(run.resolve(name)));
                }
            }
        }
        assertTrue(traces.size() >= 3, () -> "no runs in " + experiment);
        return traces;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
