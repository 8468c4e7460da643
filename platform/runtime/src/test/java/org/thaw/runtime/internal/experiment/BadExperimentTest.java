package org.thaw.runtime.internal.experiment;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.learner.Predictor;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.toys.Scripted;
import org.thaw.runtime.toys.ToyLab;

/** Everything that can be wrong with an experiment is said with the place in the file, what was expected, and the nearest name. */
class BadExperimentTest {
    @TempDir
    Path folder;

    private String refused(String json, String... overrides) {
        var teaching = Scripted.of(List.of(Role.learner(Predictor.class), new Role("teacher", Predictor.class), Role.environment(TaskStream.class)), planning -> List.of());
        return assertThrows(BadInputException.class, () -> new ToyLab(folder, teaching).read(json.replace('\'', '"'), overrides), json).getMessage();
    }

    /** Fields of a good file, for those that a case leaves out. */
    private static String filled(String fields) {
        StringBuilder all = new StringBuilder(fields.trim());
        if (!fields.contains("'protocol'")) {
            all.append(all.isEmpty() ? "" : ", ").append("'protocol': 'halves'");
        }
        if (!fields.contains("'environment")) {
            all.append(", 'environment': 'blobs'");
        }
        if (!fields.contains("'learner")) {
            all.append(", 'learner': 'centroids'");
        }
        return "{" + all + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // fields and names
            "'learnr': 'centroids' | learnr: unknown field; did you mean \"learner\"?",
            "'name': '../up' | name: \"../up\" cannot be a folder's name; expected at most 100 letters",
            "'name': '.hidden' | name: \".hidden\" cannot be a folder's name",
            "'name': '/etc' | name: \"/etc\" cannot be a folder's name",
            "'name': '' | name: \"\" cannot be a folder's name",
            "'name': ['x'] | name: expected text, got [\"x\"]",
            // plugins
            "'protocol': 'halfs' | protocol: unknown protocol \"halfs\"; did you mean \"halves\"?",
            "'protocol': {'plugin': 'halfs'} | protocol.plugin: unknown protocol \"halfs\"; did you mean \"halves\"?",
            "'protocol': {'epochs': 2} | protocol: expected a plugin's id, or an object with the field \"plugin\"",
            "'protocol': 3 | protocol: expected a plugin's id as text, got 3",
            "'protocol': {'plugin': 'halves', 'epoch': 2} | protocol.epoch: unknown field; did you mean \"epochs\"?",
            "'protocol': {'plugin': 'halves', 'epochs': 0} | protocol.epochs: 0 is out of range; expected a whole number in [1,*)",
            "'learner': 'centroid' | learner: unknown learner \"centroid\"; did you mean \"centroids\"?",
            "'learner': 'centroids@2' | learner: learner \"centroids\" has no version 2; there are: 0.0.0",
            "'learner': 'centroids@new' | learner: learner \"centroids@new\": expected a version such as 1.2.0 or a range such as [1.0,2)",
            "'learner': ['centroids'] | learner: expected a plugin's id as text",
            "'learner': 'halves' | learner: unknown learner \"halves\"",
            "'learners': [] | learners: expected at least one",
            "'learners': ['centroids', 'centroids'] | learners[1]: \"centroids\" occurs twice; give each a name of its own",
            "'learners': ['centroids', 7] | learners[1]: expected a plugin's id as text, got 7",
            "'learners': {'a b': 'centroids'} | learners.a b: \"a b\" cannot be a folder's name",
            "'learners': {'fast': {'rate': 1}} | learners.fast: unknown learner \"fast\"",
            "'learners': {'fast': {'plugin': 'centroids', 'rat': 1}} | learners.fast.rat: unknown field; did you mean \"rate\"?",
            "'learners': {'fast': {'plugin': 'centroids', 'rate': '1'}} | learners.fast.rate: expected a number, got \"1\"",
            "'learners': {'fast': {'plugin': 'centroids', 'rate': 2}} | learners.fast.rate: 2 is out of range; expected a number in (0,1]",
            "'learners': {'fast': null} | learners.fast: expected a plugin's id as text, got null",
            "'learner': 'centroids', 'learners': ['centroids'] | learner: given together with \"learners\"; expected one of the two",
            "'learner': {'plugin': 'wrapper', 'inner': 'centroid'} | learner.inner: unknown plugin \"centroid\"; did you mean \"centroids\"?",
            "'learner': {'plugin': 'wrapper', 'inner': {'plugin': 'centroids', 'rate': 3}} | learner.inner.rate: 3 is out of range",
            "'learner': {'plugin': 'wrapper', 'inner': 'centroids@7'} | learner.inner: learner \"centroids\" has no version 7",
            "'metrics': 'counts' | metrics: unknown metric \"counts\"; did you mean \"count\"?",
            "'metrics': ['count', 'cont'] | metrics[1]: unknown metric \"cont\"; did you mean \"count\"?",
            // the cast
            "'learner': 'walker' | learner: walker is an agent, but the protocol halves needs a predictor as its learner",
            "'learners': {'a': 'centroids', 'b': 'walker'} | learners.b: walker is an agent, but the protocol halves needs a predictor",
            "'environment': 'corridor' | environment: corridor is a world, but the protocol halves needs a task stream (labelled examples) as its environment",
            "'protocol': 'chunks' | learner: centroids is a predictor, but the protocol chunks needs an agent as its learner",
            "'protocol': 'scripted' | roles.teacher: missing: the protocol scripted needs a predictor as its teacher",
            "'protocol': 'scripted', 'roles': {'techer': 'centroids'} | roles.techer: the protocol has no such role; did you mean \"teacher\"?",
            "'protocol': 'scripted', 'roles': {'teacher': 'walker'} | roles.teacher: walker is an agent, but the protocol scripted needs a predictor as its teacher",
            "'protocol': 'scripted', 'roles': {'learner': 'centroids'} | roles.learner: expected \"learner\" at the top of the file",
            "'protocol': 'scripted', 'roles': 'centroids' | roles: expected an object with a plugin for each role",
            // the grid
            "'seeds': 0 | seeds: expected a whole number from 1, got 0",
            "'seeds': 2.5 | seeds: expected a whole number from 1, got 2.5",
            "'seeds': '3' | seeds: expected a whole number from 1, got \"3\"",
            "'seeds': 1e9 | seeds: 1000000000 seeds are too many; expected at most 100000, or a list",
            "'seeds': [] | seeds: expected at least one seed",
            "'seeds': [1, -1] | seeds[1]: expected a whole number from 0, got -1",
            "'seeds': [1, 2, 1] | seeds[2]: the seed 1 occurs twice",
            "'seeds': {'from': 1} | seeds: expected a whole number from 1, got {\"from\":1}",
            "'lanes': 0 | lanes: expected a whole number from 1, got 0",
            "'lanes': 4 | lanes: this protocol has no world, so that there is one lane; expected 1, got 4",
            "'lanes': 1e12 | lanes: 1000000000000 lanes are too many",
            "'twins': 'tasks' | twins: expected {\"frozen\": \"tasks\"} or {\"frozen\": [step, …]}, got \"tasks\"",
            "'twins': {'frozn': 'tasks'} | twins.frozn: unknown field; did you mean \"frozen\"?",
            "'twins': {'frozen': 'task'} | twins.frozen: expected \"tasks\" or a list of steps, got \"task\"",
            "'twins': {'frozen': [0]} | twins.frozen[0]: expected a whole number from 1, got 0"})
    void whatIsWrongInTheFileIsNamedWithItsPath(String fields, String expected) {
        String message = refused(filled(fields));
        assertTrue(message.startsWith("toy.json: " + expected), message);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertTrue(refused("{}").startsWith("toy.json: protocol: missing: expected a protocol's id; there are: apprenticeship, chunks, halves, moves, scripted"));
        assertTrue(refused("{'protocol': 'halves', 'environment': 'blobs'}").startsWith("toy.json: learners: missing: the protocol halves needs a predictor as its learner"));
        assertTrue(refused("{'protocol': 'halves', 'learner': 'centroids'}").startsWith("toy.json: environments: missing: the protocol halves needs a task stream"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'protocol': 'halves' | line 1, column 22, in protocol: not JSON: end of input",
            "{'protocol': | line 1, column 13, in protocol: not JSON: end of input",
            "{'a': {'b': [1, 2,]}} | line 1, column 20, in a.b[2]: not JSON",
            "{protocol: 'halves'} | line 1, column 3: not JSON",
            "{'a': 1} // done | line 1, column 11: not JSON",
            "{'a': 1} {} | line 1, column 11: not JSON",
            "{'a': 01} | line 1, column 7, in a: not JSON",
            "{'a': NaN} | line 1, column 7, in a: not JSON",
            "{'a': 1 'b': 2} | line 1, column 10, in a: not JSON: unterminated object",
            "`` | line 1, column 1: not JSON: end of input",
            "[] | expected a JSON object, {…}, got a list",
            "3 | expected a JSON object, {…}, got a single value",
            "{'learners': {'a': {'rate': 1, 'rate': 2}}} | learners.a.rate: given twice; expected each name once",
            "{'seeds': 1, 'seeds': 2} | seeds: given twice"})
    void brokenJsonIsNamedWithLineAndColumn(String json, String expected) {
        String message = refused(json);
        assertTrue(message.startsWith("toy.json: " + expected), message);
        assertTrue(!message.contains("JsonReader") && !message.contains("http") && !message.contains("Exception"), message);
    }

    @Test
    void lineAndColumnAreThoseOfTheFile() {
        String message = refused("{\n  'protocol': 'halves',\n  'seeds': [1, 2\n}\n");
        assertTrue(message.startsWith("toy.json: line 4, column "), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "seeds | \"seeds\": expected path=value, such as seeds=3 or learners.replay.capacity=500",
            "=3 | \"=3\": expected path=value",
            "learners..rate=1 | \"learners..rate=1\": the path has an empty part",
            "learners.a.rat=1 | toy.json: learners.a.rat: unknown field; did you mean \"rate\"?",
            "learners.a.rate=fast | toy.json: learners.a.rate: expected a number, got \"fast\"",
            "learners.a.rate= | toy.json: learners.a.rate: expected a number, got \"\"",
            "learners.c.rate=1 | \"learners.c.rate=1\": no \"c\" among the learners; did you mean \"a\"? (there are: a, b)",
            "learner.rate=1 | \"learner.rate=1\": this experiment has \"learners\", not \"learner\"; expected learners.<name>.rate=…",
            "environments.blobs.each=3 | \"environments.blobs.each=3\": this experiment has \"environment\", not \"environments\"; expected environment.each=…",
            "seeds.first=3 | \"seeds.first=3\": seeds is 5, which has no fields; expected seeds=…",
            "metrics.cont.x=1 | \"metrics.cont.x=1\": no \"cont\" among the metrics; did you mean \"count\"?",
            "twins.frozen.at=3 | toy.json: twins.frozen: expected \"tasks\" or a list of steps",
            "sedes=3 | toy.json: sedes: unknown field; did you mean \"seeds\"?",
            "name=../../x | toy.json: name: \"../../x\" cannot be a folder's name",
            "protocol.epochs=2.5 | toy.json: protocol.epochs: expected a whole number, got 2.5"})
    void whatIsWrongInAnOverrideIsNamed(String override, String expected) {
        String json = "{'protocol': 'halves', 'environment': 'blobs', 'seeds': 5, 'metrics': ['count'], 'twins': {'frozen': 'tasks'},"
                + " 'learners': {'a': 'centroids', 'b': {'plugin': 'centroids'}}}";
        String message = refused(json, override);
        assertTrue(message.startsWith(expected), message);
    }

    @Test
    void aListOfNamelessThingsCannotBeOverriddenByName() {
        String json = "{'protocol': 'halves', 'environment': 'blobs', 'learners': [{'plugin': 'centroids'}, {'plugin': 'centroids@0.0.0'}]}";
        assertTrue(refused(json, "learners.centroids.rate=1").contains("\"centroids\" occurs twice; give each a name of its own in the file"));
        assertTrue(refused("{'protocol': 'halves', 'learners': [3]}", "learners.centroids.rate=1").contains("3 has no name; give the whole list instead: learners=[…]"));
    }

    @Test
    void aFileThatIsNotThereOrNotTextIsNamed() throws Exception {
        var reader = new JsonExperimentReader(new org.thaw.runtime.internal.catalog.ListedCatalog(ToyLab.toys()));
        Path binary = Files.write(folder.resolve("x.json"), new byte[] {'{', (byte) 0xff, '}'});
        assertTrue(message(reader, folder.resolve("none.json")).endsWith("none.json: no such file; expected an experiment, such as config/experiments/split-mnist.json"));
        assertTrue(message(reader, folder).contains(": a folder; expected an experiment"));
        assertTrue(message(reader, Path.of("/")).contains("/: a folder"));
        assertTrue(message(reader, binary).endsWith("x.json: cannot be read: it is not UTF-8 text"));
    }

    private static String message(JsonExperimentReader reader, Path file) {
        return assertThrows(BadInputException.class, () -> reader.read(file, List.of())).getMessage();
    }

    @Test
    void depthsThatNoExperimentNeedsAreRefused() {
        assertTrue(refused("{'a': " + "[".repeat(100_000) + "}").startsWith("toy.json: line 1, column "));
    }
}
