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
import org.thaw.api.environment.World;
import org.thaw.api.learner.Agent;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Imitation;
import org.thaw.runtime.experiment.Twins;
import org.thaw.runtime.toys.Scripted;
import org.thaw.runtime.toys.ToyLab;

class TwinsReaderTest {
    private static final String LIFE = "'protocol': 'chunks', 'environment': 'corridor', 'learner': 'walker'";

    @TempDir
    Path folder;

    private Twins read(String experiment, String twins, String... overrides) {
        var leaderless = Scripted.of(List.of(new Role("agent", Agent.class), Role.environment(World.class)), planning -> List.of());
        return new ToyLab(folder, leaderless).read(("{" + experiment + ", 'twins': " + twins + "}").replace('\'', '"'), overrides).cases().get(0).twins();
    }

    @Test
    void oneImitatorIsNamedByItsStepAlone() {
        Imitation one = read(LIFE, "{'frozen': [7], 'imitation': {'at': 50, 'learner': 'copyist', 'updates': 9}}").imitations().get(0);

        assertEquals("imitation", one.kind());
        assertEquals(List.of(50L), one.at());
        assertEquals(9, one.updates());
        assertEquals(0, one.from());
        assertEquals("{\"window\":5,\"batch\":3}", one.student().json().toString());
    }

    @Test
    void severalAreNamedAsTheyWishOrByTheirStudents() {
        List<Imitation> several = read(LIFE, "{'imitation': [{'at': [9, 5, 9], 'learner': {'plugin': 'copyist', 'window': 2}, 'updates': 1, 'from': 0.25},"
                + " {'name': 'other', 'at': 5, 'learner': 'copyist', 'updates': 2}]}").imitations();

        assertEquals(List.of("imitation-copyist", "imitation-other"), several.stream().map(Imitation::kind).toList());
        assertEquals(List.of(5L, 9L), several.get(0).at());
        assertEquals(0.25, several.get(0).from());
    }

    @Test
    void anImitatorCanBeOverriddenLikeAnyOther() {
        Twins twins = read(LIFE, "{'frozen': 'tasks', 'imitation': {'at': 50, 'learner': 'copyist', 'updates': 9}}", "twins.imitation.at=[5,6]", "twins.imitation.learner.batch=2");

        assertEquals(List.of(5L, 6L), twins.imitations().get(0).at());
        assertEquals("{\"window\":5,\"batch\":2}", twins.imitations().get(0).student().json().toString());
        assertEquals(new Twins(true, List.of()), read(LIFE, "{'frozen': 'tasks', 'imitation': {'at': 50, 'learner': 'copyist', 'updates': 9}}", "twins.imitation=null"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'imitations': []} | twins.imitations: unknown field; did you mean \"imitation\"?",
            "{'imitation': 50} | twins.imitation: expected {\"at\": [step, …], \"learner\": a student, \"updates\": how many}, got 50",
            "{'imitation': {'at': 5, 'updates': 1}} | twins.imitation.learner: missing: expected {\"at\"",
            "{'imitation': {'at': 5, 'learner': 'copyist'}} | twins.imitation.updates: missing: expected {\"at\"",
            "{'imitation': {'at': 5, 'learner': 'copyist', 'update': 1}} | twins.imitation.update: unknown field; did you mean \"updates\"?",
            "{'imitation': {'at': 0, 'learner': 'copyist', 'updates': 1}} | twins.imitation.at: expected a whole number from 1, got 0",
            "{'imitation': {'at': 'tasks', 'learner': 'copyist', 'updates': 1}} | twins.imitation.at: expected a step or a list of steps, got \"tasks\"",
            "{'imitation': {'at': 5, 'learner': 'copyist', 'updates': 1, 'from': 1}} | twins.imitation.from: expected a number from 0 to below 1, got 1",
            "{'imitation': {'at': 5, 'learner': 'walker', 'updates': 1}} | twins.imitation.learner: walker cannot study recordings; an imitation twin is played by a student",
            "{'imitation': {'at': 5, 'learner': {'plugin': 'copyist', 'windw': 1}, 'updates': 1}} | twins.imitation.learner.windw: unknown field; did you mean \"window\"?",
            "{'imitation': [{'at': 5, 'learner': 'copyist', 'updates': 1}, {'at': 9, 'learner': 'copyist', 'updates': 1}]} | twins.imitation[1]: \"copyist\" occurs twice; give each a name of its own",
            "{'imitation': [{'name': '../up', 'at': 5, 'learner': 'copyist', 'updates': 1}]} | twins.imitation[0].name: \"../up\" cannot be a folder's name"})
    void whatIsWrongIsNamedWithItsPath(String twins, String expected) {
        refused(LIFE, twins, expected);
    }

    private void refused(String experiment, String twins, String expected) {
        String message = assertThrows(BadInputException.class, () -> read(experiment, twins)).getMessage();
        assertTrue(message.startsWith("toy.json: " + expected), message);
    }

    @Test
    void onlyThoseWhoLiveInWorldsCanBeImitated() {
        String twins = "{'imitation': {'at': 5, 'learner': 'copyist', 'updates': 1}}";
        refused("'protocol': 'halves', 'environment': 'blobs', 'learner': 'centroids'", twins,
                "twins.imitation: centroids lives in no world: it has no life that could be recorded and imitated; a frozen twin it can have");
        refused("'protocol': 'scripted', 'environment': 'corridor', 'roles': {'agent': 'walker'}", twins, "twins.imitation: this protocol has no role \"learner\" that could be imitated");
    }
}
