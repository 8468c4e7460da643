package org.thaw.runtime.internal.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.experiment.Case;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.toys.ToyLab;

class CasesTest {
    private static final String FILE = """
            {'protocol': {'plugin': 'halves', 'epochs': 2, 'fork': true}, 'environment': 'blobs', 'learners': ['centroids', 'wrapper'], 'metrics': ['count'], 'seeds': 2,
             'cases': {
               'short': {'protocol': {'epochs': 1}},
               'slow': {'learner': {'plugin': 'centroids', 'rate': 0.01}, 'environments': {'small': {'plugin': 'blobs', 'each': 5}}},
               'life': {'protocol': 'chunks', 'environment': 'corridor', 'learner': 'walker', 'lanes': 2, 'metrics': [], 'twins': {'frozen': [7]}}}}
            """;

    @TempDir
    Path folder;

    private Experiment read(String json, String... overrides) {
        return new ToyLab(folder).read(json.replace('\'', '"'), overrides);
    }

    private String refused(String json, String... overrides) {
        return assertThrows(BadInputException.class, () -> read(json, overrides)).getMessage();
    }

    private Case named(String name, String... overrides) {
        return read(FILE, overrides).cases().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> names(List<Binding> bindings) {
        return bindings.stream().map(Binding::name).toList();
    }

    private static String protocol(Case of) {
        return of.protocol().plugin().id() + of.protocol().json();
    }

    private static String rate(Case of) {
        return of.learners().get(0).json().get("rate").getAsString();
    }

    @Test
    void aCaseHasTheFilesFieldsWithItsOwnInTheirPlace() {
        Experiment experiment = read(FILE);
        assertEquals(List.of("short", "slow", "life"), experiment.cases().stream().map(Case::name).toList());
        assertEquals(List.of(0L, 1L), experiment.seeds());
        assertEquals(List.of("centroids", "wrapper"), names(named("short").learners()));
        assertEquals(List.of("count"), names(named("short").metrics()));
        assertEquals(List.of("centroids"), names(named("slow").learners()), "one way to say it takes the place of the other");
        assertEquals(List.of("small"), names(named("slow").environments()));
        assertEquals("0.01", rate(named("slow")));
        assertEquals(List.of(1, 2), List.of(named("short").lanes(), named("life").lanes()));
        assertEquals(List.of(), named("life").metrics());
        assertEquals(List.of(7L), named("life").twins().frozenAtSteps());
    }

    @Test
    void aCasesProtocolIsLaidOverTheFilesUnlessItIsAnotherOne() {
        String whole = protocol(named("slow"));
        assertEquals(whole.replace("\"epochs\":2", "\"epochs\":1"), protocol(named("short")));
        assertTrue(protocol(named("life")).startsWith("chunks"));
        String again = FILE.replace("{'epochs': 1}", "{'plugin': 'halves@[0,1)', 'epochs': 1}");
        assertEquals(protocol(named("short")), protocol(read(again).cases().get(0)));
        String others = FILE.replace("'plugin': 'halves', ", "").replace("{'epochs': 1}", "{'plugin': 'halves', 'epochs': 1}").replace("'chunks'", "{'plugin': 'chunks'}");
        assertTrue(refused(others).startsWith("toy.json: cases.slow.protocol: expected a plugin's id"), "fields without a plugin go to any: " + refused(others));
    }

    @Test
    void aFileWithoutCasesIsOneWithoutAName() {
        assertEquals(List.of(""), read("{'protocol': 'halves', 'environment': 'blobs', 'learner': 'centroids'}").cases().stream().map(Case::name).toList());
    }

    @Test
    void anOverrideOfACaseChangesThatCaseAlone() {
        assertEquals(protocol(named("slow")).replace("\"epochs\":2", "\"epochs\":9"), protocol(named("slow", "cases.slow.protocol.epochs=9")));
        assertEquals(protocol(named("short")), protocol(named("short", "cases.slow.protocol.epochs=9")));
        Case changed = named("short", "cases.short.learners.centroids.rate=0.5");
        assertEquals(List.of("centroids", "wrapper"), names(changed.learners()), "the rest of what the case has from the file stays");
        assertEquals("0.5", rate(changed));
        assertEquals(List.of("walker"), names(named("life", "cases.short.learners=[centroids]").learners()));
        assertEquals(List.of("wrapper"), names(named("slow", "cases.slow.learners=[wrapper]").learners()));
        assertEquals(List.of("slow", "life"), read(FILE, "cases.short=null").cases().stream().map(Case::name).toList());
        assertEquals("0.1", rate(read(FILE, "cases.more.lanes=1", "cases.more={}").cases().get(3)));
    }

    @Test
    void anOverrideOfAFieldHoldsInAllCasesAlsoInThoseThatGiveItThemselves() {
        Experiment experiment = read(FILE, "cases.life=null", "protocol.epochs=7");
        assertEquals(List.of("7", "7"), experiment.cases().stream().map(each -> each.protocol().json().get("epochs").getAsString()).toList());
        assertEquals(List.of("wrapper"), names(named("slow", "learner=wrapper", "cases.life=null").learners()));
        assertEquals("0.5", rate(named("slow", "learner=wrapper", "cases.slow.learner=centroids", "cases.slow.learner.rate=0.5", "cases.life=null")), "those that name a case go last");
    }

    @Test
    void anotherProtocolForAllCasesLeavesNothingOfTheFilesBelowIt() {
        String file = "{'protocol': {'plugin': 'halves', 'epochs': 2}, 'environment': 'blobs', 'learner': 'centroids', 'cases': {'short': {'protocol': {'fork': true}}}}";
        String usual = protocol(read("{'protocol': 'halves', 'environment': 'blobs', 'learner': 'centroids'}").cases().get(0));
        assertEquals(usual, protocol(read(file, "protocol=halves").cases().get(0)));
    }

    @Test
    void theSourceIsReadAsTheSameAgain() {
        String source = read(FILE, "protocol.fork=false", "cases.short.learners.centroids.rate=0.5", "cases.life=null").source().toString();
        Experiment again = read(source);
        assertEquals(List.of("short", "slow"), again.cases().stream().map(Case::name).toList());
        assertEquals("0.5", rate(again.cases().get(0)));
        assertEquals(source, again.source().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "5 | cases: expected an object: each case by its name, with the fields in which it differs; got 5",
            "{} | cases: expected at least one case",
            "{'a': null} | cases: expected at least one case",
            "{'a': 'halves'} | cases.a: expected an object with the fields in which the case differs, or null to leave it out; got \"halves\"",
            "{'a/b': {}} | cases.a/b: \"a/b\" cannot be a folder's name",
            "{'a': {'seeds': 3}} | cases.a.seeds: expected \"seeds\" at the top of the file: it is the same in all cases",
            "{'a': {'cases': {}}} | cases.a.cases: expected \"cases\" at the top of the file",
            "{'a': {'rolse': {}}} | cases.a.rolse: unknown field; did you mean \"roles\"?",
            "{'a': {'protocol': {'epoch': 3}}} | cases.a.protocol.epoch: unknown field; did you mean \"epochs\"?",
            "{'a': {}, 'b': {'learner': 'walker'}} | cases.b.learner: walker is an agent, but the protocol halves needs a predictor as its learner",
            "{'a': {'learner': 'centroids', 'learners': []}} | cases.a.learner: given together with \"learners\"; expected one of the two",
            "{'a': {'roles': {'x': 'centroids'}}} | cases.a.roles.x: the protocol has no such role",
            "{'a': {'summaries': ['sums']}} | cases.a.summaries[0]: unknown summary \"sums\""})
    void whatIsWrongInACaseIsNamedWithItsPath(String cases, String expected) {
        String message = refused("{'protocol': 'halves', 'environment': 'blobs', 'learner': 'centroids', 'cases': " + cases + "}");
        assertTrue(message.startsWith("toy.json: " + expected), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'learners': {'centroids': {'raet': 1}}, 'cases': {'a': {'learner': 'wrapper'}, 'b': {'learners': ['centroids']}} | learners",
            "'learner': 'centroids', 'lanes': 'two', 'cases': {'a': {'lanes': 1}} | lanes",
            "'learner': 'centroids', 'cases': {'a': {'protocol': {'plugin': 'halves', 'epochs': 1, 'fork': true}}} | protocol"})
    void aFieldThatEveryCaseReplacesIsRefused(String fields, String unused) {
        String message = refused("{'protocol': {'plugin': 'halves', 'epochs': 2}, 'environment': 'blobs', " + fields + "}");
        assertEquals("toy.json: " + unused + ": never used, since every case gives its own; leave it out here, or in each case that is to have it from here", message);
    }

    @Test
    void aFieldThatACaseUsesOrMayUseAgainIsKept() {
        String file = "{'protocol': 'halves', 'environment': 'blobs', 'learner': 'centroids', 'cases': {'a': {'learner': 'wrapper'}, 'b': null}}";
        assertEquals(List.of("wrapper", "centroids"), read(file, "cases.b={}", "cases.b.lanes=1", "cases.b.environments={'few': {'plugin': 'blobs', 'each': 5}}").cases().stream()
                .map(each -> each.learners().get(0).name()).toList());
        assertTrue(read(file).source().has("learner"));
        String usual = "{'protocol': {'plugin': 'halves', 'epochs': 2}, 'environment': 'blobs', 'learner': 'centroids', 'cases': {'a': {'protocol': {'epochs': 1}}}}";
        assertEquals(1, read(usual).cases().size(), "the case has the plugin from the file");
        assertEquals(List.of("wrapper"), names(read(file.replace(", 'b': null", ""), "cases.more={}").cases().get(0).learners()), "a case of the command line's has it");
    }

    @Test
    void whatOnlyACommandLineLeftUnusedGoes() {
        String file = "{'protocol': {'plugin': 'halves', 'epochs': 2}, 'environment': 'blobs', 'learners': {'centroids': {}}, 'cases': {'a': {}}}";
        Experiment changed = read(file, "cases.a.learners.centroids.rate=0.5", "cases.a.protocol.epochs=1");
        assertEquals("0.5", rate(changed.cases().get(0)));
        assertEquals(List.of(false, false), List.of(changed.source().has("learners"), changed.source().has("protocol")));
        assertEquals(changed.source(), read(changed.source().toString()).source());
    }

    @Test
    void environmentsOfOneNameThatDifferAreRefused() {
        String file = "{'protocol': 'halves', 'cases': {'a': {'learner': 'centroids', 'environment': 'blobs'}, 'b': {'learner': 'wrapper', 'environment': {'plugin': 'blobs', 'each': 5}}}}";
        assertEquals("toy.json: cases.b.environment: \"blobs\" is configured otherwise in the case a, and the report tells worlds apart by their names; give one of the two a name"
                + " of its own: \"environments\": {\"blobs-b\": {\"plugin\": \"blobs\", …}}", refused(file));
        String named = file.replace("'environment': {'plugin'", "'environments': {'blobs-b': {'plugin'").replace("5}}}}", "5}}}}}");
        assertEquals(List.of("blobs-b"), names(read(named).cases().get(1).environments()));
        assertTrue(refused(named.replace("blobs-b", "blobs")).startsWith("toy.json: cases.b.environments: "));
    }

    @Test
    void environmentsOfOneNameMayBeSaidInDifferentWays() {
        String usual = read("{'protocol': 'halves', 'learner': 'centroids', 'environment': 'blobs'}").cases().get(0).environments().get(0).json().get("each").toString();
        String file = "{'protocol': 'halves', 'cases': {'a': {'learner': 'centroids', 'environment': 'blobs'}, 'b': {'learner': 'wrapper', 'environments': {'blobs': {'each': " + usual + "}}}}}";
        assertEquals(2, read(file).cases().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "cases.shorter.lanes=1 | \"cases.shorter.lanes=1\": no \"shorter\" among the cases; did you mean \"short\"?",
            "cases.life.learners.walker.x=1 | \"cases.life.learners.walker.x=1\": this case has \"learner\", not \"learners\"; expected cases.life.learner.x=…",
            "learners.centroids.rate=1 | \"learners.centroids.rate=1\": this case has \"learner\", not \"learners\"; expected cases.slow.learner.rate=…",
            "cases.short.learners.cent.rate=1 | \"cases.short.learners.cent.rate=1\": no \"cent\" among the cases.short.learners; did you mean \"centroids\"?",
            "cases.short.seeds=1 | toy.json: cases.short.seeds: expected \"seeds\" at the top of the file",
            "protocol.epochs=7 | toy.json: cases.life.protocol.epochs: unknown field"})
    void whatIsWrongInAnOverrideIsNamed(String override, String expected) {
        String message = refused(FILE, override);
        assertTrue(message.startsWith(expected), message);
    }

    @Test
    void aFileWithoutCasesHasNoneToOverride() {
        assertTrue(refused("{'protocol': 'halves'}", "cases.a.lanes=1").startsWith("\"cases.a.lanes=1\": this experiment has no cases"));
    }
}
