package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thaw.api.Cue;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Agent;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.experiment.Twins;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.Onlooker;
import org.thaw.runtime.toys.Scripted;
import org.thaw.runtime.toys.ToyLab;

class ImitationTwinTest {
    /** Four phases of 100 steps, an evaluation after each. */
    private static final String JSON = "{\"name\": \"toy\", \"protocol\": \"chunks\", \"environment\": \"corridor\", \"learner\": \"walker\"}";
    private static final String STUDENT = "{\"plugin\": \"copyist\", \"window\": 5, \"batch\": 3}";
    private static final String TWIN = "learner/imitation@150";

    @TempDir
    Path folder;
    private ToyLab lab;

    @BeforeEach
    void lab() {
        lab = new ToyLab(folder);
    }

    private RunFolder done(ToyLab in, String json, String... overrides) {
        RunningExperiment run = in.run(json, overrides);
        assertEquals("", run.runs().get(0).message());
        return ToyLab.folder(run, 0);
    }

    private static String twins(String at) {
        return "twins={\"frozen\": [150], \"imitation\": {\"at\": " + at + ", \"learner\": " + STUDENT + ", \"updates\": 40}}";
    }

    private static List<Event> of(RunFolder run, String role) {
        return run.events().stream().filter(event -> event.role().equals(role) && !(event instanceof Event.Forked)).toList();
    }

    private static List<String> kinds(List<Event> events) {
        return events.stream().filter(event -> !(event instanceof Event.EpisodeEnded || event instanceof Event.Measured))
                .map(event -> event.getClass().getSimpleName() + " " + event.step()).toList();
    }

    @Test
    void anImitatorStudiesTheLifeSoFarIsFrozenAndLivesOnBesideItsOriginal() {
        RunFolder run = done(lab, JSON, twins("150"));

        assertTrue(run.events().contains(new Event.Forked("learner", 150, TWIN)));
        assertEquals(List.of("Studied 150", "Spent 150", "Frozen 150", "Earned 200", "Evaluated 200", "Earned 300", "Evaluated 300", "Earned 400", "Evaluated 400"),
                kinds(of(run, TWIN)));
        assertTrue(of(run, TWIN).contains(new Event.Studied(TWIN, 150, "live 1", 40, 40 * 3 * 5)));
        Event.Spent spent = (Event.Spent) of(run, TWIN).stream().filter(Event.Spent.class::isInstance).findFirst().orElseThrow();
        assertEquals(600, spent.samples());
        assertEquals(40, spent.updates(), "its own, not those of its original");
        assertTrue(run.end().orElseThrow().fingerprints().containsKey(TWIN));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 1", "7, 3", "64, 2"})
    void theOriginalAndItsFrozenTwinDoNotNotice(int horizon, int lanes) {
        String[] life = {"learner.horizon=" + horizon, "lanes=" + lanes, "name=single", "twins={\"frozen\": [150]}"};
        RunFolder single = done(lab, JSON, life);
        RunFolder imitated = done(lab, JSON, life[0], life[1], "name=imitated", twins("[50, 150, 333]"));

        assertEquals(of(single, "learner"), of(imitated, "learner"));
        assertEquals(of(single, "learner/frozen@150"), of(imitated, "learner/frozen@150"));
    }

    /** Its original has lived on when it begins to study, and what is recorded has grown. */
    @ParameterizedTest
    @CsvSource({"1, 1", "7, 3"})
    void whatComesAfterItsStepIsNotStudied(int horizon, int lanes) {
        String[] life = {"learner.horizon=" + horizon, "lanes=" + lanes, "name=one", twins("150")};
        RunFolder one = done(lab, JSON, life);
        RunFolder more = done(lab, JSON, life[0], life[1], "name=more", twins("[150, 333, 400]"));

        assertEquals(of(one, TWIN), of(more, TWIN));
        assertEquals(one.end().orElseThrow().fingerprints().get(TWIN), more.end().orElseThrow().fingerprints().get(TWIN));
        assertTrue(recorded(one) >= 150 && recorded(one) < 160 + 2 * lanes, "the record ends with the last imitator's step, not " + recorded(one));
        assertTrue(recorded(more) >= 400);
    }

    private static long recorded(RunFolder run) {
        return Lives.in(run).get("own/learner.lives").stream().flatMap(List::stream).filter(step -> !step.contains("LAST")).count();
    }

    @Test
    void itIsShownTheEndOfTheLifeThatItGoesOnWith() {
        List<String> told = new ArrayList<>();
        ToyLab onlooking = new ToyLab(folder, Entries.of(new Onlooker.Factory(told)));
        RunFolder run = done(onlooking, JSON, "lanes=2", "protocol.evaluate=false",
                "twins={\"imitation\": {\"at\": [151, 400], \"learner\": \"onlooker\", \"updates\": 1, \"from\": 0.5}}");

        List<List<String>> lives = Lives.in(run).get("own/learner.lives");
        List<String> expected = new ArrayList<>(List.of("policy"));
        List<String> acts = new ArrayList<>();
        for (int lane = 0; lane < 2; lane++) {
            List<String> life = lives.get(lane);
            int end = after(life, 76); // 152 steps of two lanes: the first number of them that is no less than 151
            for (String step : life.subList(end - Onlooker.WINDOW, end)) {
                expected.add("sees in lane " + lane + ": " + step.split(" ")[0] + " " + step.split(" ")[1]);
            }
            acts.add("acts in lane " + lane + ": " + life.get(end).split(" ")[0] + " " + life.get(end).split(" ")[1]);
        }
        expected.addAll(acts);
        int begins = 0;
        while (!told.get(begins).startsWith("studies") || told.get(begins + 1).startsWith("studies")) {
            begins++;
        }
        assertEquals(expected, told.subList(begins + 1, begins + 1 + expected.size()));
        int half = after(lives.get(0), 76) / 2;
        assertTrue(Integer.parseInt(told.get(begins).replaceAll("\\D+(\\d+),.*", "$1")) >= half - 1, told.get(begins) + " of the later half, from about " + half);
    }

    /** How many recorded steps there are when so many were acted in and the last step of an episode that ended there is over. */
    private static int after(List<String> life, int acted) {
        int at = 0;
        for (int count = 0; count < acted; at++) {
            count += life.get(at).contains("LAST") ? 0 : 1;
        }
        return life.get(at).contains("LAST") ? at + 1 : at;
    }

    @Test
    void severalStudentsAreToldApartByName() {
        RunFolder run = done(lab, JSON, "protocol.evaluate=false", "twins={\"imitation\": [{\"at\": [150, 300], \"learner\": \"copyist\", \"updates\": 3},"
                + " {\"name\": \"late\", \"at\": 150, \"learner\": \"copyist\", \"updates\": 3, \"from\": 0.9}]}");

        assertEquals(List.of("learner/imitation-copyist@150", "learner/imitation-late@150", "learner/imitation-copyist@300"),
                run.events().stream().filter(Event.Forked.class::isInstance).map(event -> ((Event.Forked) event).as()).toList());
        RunManifest manifest = run.manifest();
        assertEquals("copyist", manifest.players().get("learner/imitation-late").plugin());
        assertFalse(manifest.players().get("learner/imitation-late").sha256().isEmpty());
    }

    @Test
    void imitatorsOfALearnerThatIsMadeAnewAreNoMoreAndTheNextStudyTheNewOne() {
        Phase.Learn live = new Phase.Learn("live", "learner", new Experience.Life(Role.ENVIRONMENT, 0, Budget.steps(100)), Cue.none());
        ToyLab scripted = new ToyLab(folder, Scripted.of(List.of(Role.learner(Agent.class), Role.environment(World.class)), planning -> List.of(live,
                new Phase.Renew("another life", "learner", 1, false), live, new Phase.Renew("anew", "learner", 2, true), live)));
        RunFolder run = done(scripted, JSON.replace("chunks", "scripted"), twins("[50, 250]"));

        assertEquals(List.of(50L, 100L, 200L), of(run, "learner/imitation@50").stream().filter(event -> event instanceof Event.Frozen || event instanceof Event.Earned)
                .map(Event::step).toList());
        assertEquals(List.of("learner", "learner/imitation@250"), run.end().orElseThrow().fingerprints().keySet().stream().sorted().toList());
        assertEquals(List.of(1, 2), Lives.in(run).values().stream().map(List::size).sorted().toList(), "a life for each lifetime, a file for each learner");
    }

    @Test
    void whereNobodyIsImitatedNothingIsSaidOfIt() {
        assertEquals("{\"frozenAtTasks\":false,\"frozenAtSteps\":[10,50]}", TwinsJson.write(new Twins(false, List.of(50L, 10L)), binding -> {
            throw new IllegalStateException();
        }).toString());
    }
}
