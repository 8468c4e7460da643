package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Cue;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Agent;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.toys.Cave;
import org.thaw.runtime.toys.Scripted;
import org.thaw.runtime.toys.ToyLab;

class ImitationTest {
    private static final String JSON = "{\"name\": \"toy\", \"protocol\": \"scripted\", \"environment\": \"corridor\", \"learner\": \"walker\","
            + " \"roles\": {\"student\": {\"plugin\": \"copyist\", \"window\": 5, \"batch\": 3}}}";

    @TempDir
    Path folder;

    private static String with(String more) {
        return JSON.replace("}}}", "}}, " + more + "}");
    }

    private static PluginEntry plan(Phase... phases) {
        return Scripted.of(List.of(Role.learner(Agent.class), new Role("student", Actor.class), Role.environment(World.class)), planning -> List.of(phases));
    }

    private static Experience life(long steps) {
        return new Experience.Life(Role.ENVIRONMENT, 0, Budget.steps(steps));
    }

    private static Phase.Learn live(String role, long steps) {
        return new Phase.Learn("live", role, life(steps), Cue.none());
    }

    private static Phase record(String name, long steps) {
        return new Phase.Record(live("learner", steps), name);
    }

    private static Phase.Study study(String recording, long updates) {
        return new Phase.Study("study", "student", List.of(recording), Phase.Material.ALL, updates);
    }

    private static Experience.Following following(String recording, long steps) {
        return new Experience.Following(Role.ENVIRONMENT, 0, recording, Budget.steps(steps));
    }

    private static Phase.Renew renew(String role, long lifetime, boolean knowledge) {
        return new Phase.Renew("renew", role, lifetime, knowledge);
    }

    private RunningExperiment run(String json, Phase... phases) {
        return new ToyLab(folder, plan(phases)).run(json);
    }

    private RunFolder done(String json, Phase... phases) {
        RunningExperiment run = run(json, phases);
        assertEquals("", run.runs().get(0).message());
        return ToyLab.folder(run, 0);
    }

    private static <T extends Event> Stream<T> told(RunFolder run, Class<T> type, String role) {
        return run.events().stream().filter(type::isInstance).map(type::cast).filter(event -> event.role().equals(role));
    }

    private String problem(String json, Phase... phases) {
        RunStatus status = run(json, phases).runs().get(0);
        assertEquals(RunStatus.State.FAILED, status.state());
        return status.message().replaceFirst("^phase [a-z]+: ", "");
    }

    @Test
    void aRecordingHoldsALifeAsItWasLived() {
        RunFolder run = done(JSON, record("tape", 60), record("tape", 40));

        List<List<String>> lives = Lives.in(run).get("tape.lives");
        assertEquals(2, lives.size(), "one for each phase");
        List<String> first = lives.get(0);
        assertTrue(first.get(0).startsWith("0 FIRST 0.0 "), first.get(0));
        assertEquals(60, first.stream().filter(step -> !step.contains("LAST")).count());
        assertTrue(first.get(first.size() - 1).contains("LAST"), "the episode is cut off with the task");
        assertTrue(first.stream().filter(step -> step.contains("LAST")).allMatch(step -> step.endsWith(" -1")), "nothing is decided in a last step");
        double rewards = lives.stream().flatMap(List::stream).mapToDouble(step -> Double.parseDouble(step.split(" ")[2])).sum();
        assertEquals(told(run, Event.Earned.class, "learner").mapToDouble(Event.Earned::total).sum(), rewards, 1e-9);
    }

    @Test
    void eachLaneIsALifeAndTwinsAreNotRecorded() {
        RunFolder run = done(with("\"lanes\": 3, \"twins\": {\"frozen\": [30]}"), record("tape", 60));

        List<List<String>> lives = Lives.in(run).get("tape.lives");
        assertEquals(List.of(20L, 20L, 20L), lives.stream().map(life -> life.stream().filter(step -> !step.contains("LAST")).count()).toList());
    }

    @Test
    void recordingChangesNoBitOfALife() {
        assertEquals(told(done(JSON, live("learner", 500)), Event.class, "learner").toList(),
                told(done(JSON.replace("\"toy\"", "\"recorded\""), record("tape", 500)), Event.class, "learner").toList());
    }

    /** The teacher insists on going right, so after few windows the student mostly does. */
    @Test
    void aStudentLivesOnAsItSaw() {
        RunFolder run = done(JSON.replace("\"learner\": \"walker\"", "\"learner\": {\"plugin\": \"walker\", \"insist\": 1}"), record("tape", 300), study("tape", 40),
                new Phase.Freeze("freeze", "student"), new Phase.Record(live("student", 100), "imitated"),
                new Phase.Evaluate("compare", "student", following("tape", 50), Cue.none()));

        assertEquals(List.of(new Event.Studied("student", 0, "study", 40, 40 * 3 * 5)), told(run, Event.Studied.class, "student").toList());
        assertEquals(List.of(600L), told(run, Event.Spent.class, "student").map(Event.Spent::samples).toList());
        assertEquals(40, told(run, Event.Spent.class, "student").findFirst().orElseThrow().updates());
        long right = Lives.in(run).get("imitated.lives").get(0).stream().filter(step -> step.endsWith(" 1")).count();
        assertTrue(right > 80, right + " of 100 to the right");
        Event.Evaluated compared = told(run, Event.Evaluated.class, "student").findFirst().orElseThrow();
        assertEquals(50, compared.size());
        assertTrue(compared.scores().get("agreement") > 0.8 && compared.scores().get("log-likelihood") > -0.3, compared.scores().toString());
        assertTrue(Lives.in(run).keySet().stream().noneMatch(file -> file.startsWith("own/")), "it was frozen before it lived");
    }

    /** Windows of 5 steps every 5 steps: none in the first 4, then one each. */
    @Test
    void anUnfrozenStudentStudiesItsOwnLifeEveryIntervalOverAllItsPhases() {
        RunFolder run = done(JSON, live("student", 4), live("student", 4), live("student", 12), renew("student", 1, false), live("student", 3));

        assertEquals(List.of(0L, 1L, 3L, 0L), told(run, Event.Spent.class, "student").map(Event.Spent::updates).toList());
        List<List<String>> own = Lives.in(run).get("own/student.lives");
        assertEquals(List.of(20L, 3L), own.stream().map(life -> life.stream().filter(step -> !step.contains("LAST")).count()).toList(), "one for each lifetime");
    }

    /** Windows of 50 steps, once in 50: the first when 30 steps of the second life are done, of which there is no window yet; but the first life is whole. */
    @Test
    void aLifeShorterThanAWindowIsStudiedWhenItIsOver() {
        String json = JSON.replace("\"window\": 5", "\"window\": 50");
        RunFolder run = done(json, live("student", 20), renew("student", 1, false), live("student", 35));

        assertEquals(List.of(0L, 1L), told(run, Event.Spent.class, "student").map(Event.Spent::updates).toList());
    }

    @Test
    void rewardsOfALifeThatEndsInTheMidstOfATaskAreTold() {
        Phase part = new Phase.Learn("live", "student", life(130), Cue.none(), true, false);
        Phase rest = new Phase.Learn("live", "student", life(30), Cue.none(), false, true);
        RunFolder run = done(JSON, part, renew("student", 1, false), rest, part, renew("student", 2, true), part, new Phase.Leave("leave", "student"));

        assertEquals(List.of("100 100", "130 30", "160 30", "200 40", "290 90", "300 10", "400 100", "420 20"),
                told(run, Event.Earned.class, "student").map(e -> e.step() + " " + e.steps()).toList());
    }

    @Test
    void aRoleThatLeftIsNoMoreAndItsNameIsFree() {
        RunFolder run = done(with("\"twins\": {\"frozen\": [10]}"), live("student", 20), new Phase.Fork("fork", "student", "copy"), live("copy", 20), new Phase.Leave("leave", "copy"),
                new Phase.Fork("fork", "student", "copy"), new Phase.Freeze("freeze", "copy"), live("copy", 20), new Phase.Leave("leave", "copy"),
                new Phase.Fork("fork", "student", "copy"), live("copy", 5), live("learner", 20), new Phase.Leave("leave", "learner"));

        assertEquals(List.of("copy", "student", "student/frozen@10"), run.end().orElseThrow().fingerprints().keySet().stream().sorted().toList(), "twins leave with their original");
        assertEquals(List.of(4L, 1L), told(run, Event.Spent.class, "copy").map(Event.Spent::updates).toList());
        assertEquals(List.of("own/copy.lives", "own/copy~1.lives", "own/copy~2.lives", "own/student.lives"), Lives.in(run).keySet().stream().toList());
    }

    @Test
    void whoLeftIsNamedAsSuch() {
        assertEquals("protocol scripted@0.0.0 failed in plan: it names the role \"copy\", which has left; there are: [learner, student]",
                problem(JSON, new Phase.Fork("fork", "student", "copy"), new Phase.Leave("leave", "copy"), live("copy", 5)));
    }

    @Test
    void whatAStudentFollowsBecomesPartOfItsLife() {
        RunFolder run = done(JSON, record("tape", 30), new Phase.Learn("follow", "student", following("tape", 20), Cue.none()), live("student", 5));

        List<String> taped = Lives.in(run).get("tape.lives").get(0);
        List<String> own = Lives.in(run).get("own/student.lives").get(0);
        int followed = (int) told(run, Event.TaskEnded.class, "student").findFirst().orElseThrow().step();
        assertEquals(20, followed);
        long common = own.stream().limit(20).filter(step -> !step.contains("LAST")).count();
        assertEquals(taped.subList(0, (int) common), own.subList(0, (int) common));
        assertEquals(List.of(0L, 1L), told(run, Event.Spent.class, "student").map(Event.Spent::updates).toList(), "following is no studying");
        assertEquals(List.of(0L, 20L), told(run, Event.Spent.class, "student").map(Event.Spent::samples).toList(), "5 lived, 3 windows of 5 studied");
    }

    /** The copyist is bolder the more it has seen: by the remainder of the number of steps and 3. */
    @Test
    void followingExtendsTheContextAndNothingElse() {
        Phase.Evaluate compare = new Phase.Evaluate("compare", "student", following("tape", 8), Cue.none(), Phase.Context.COPY, Phase.Rewards.VISIBLE, Actor.Mode.EXPLOIT);
        RunFolder fresh = done(JSON.replace("\"toy\"", "\"fresh\""), record("tape", 30), compare);
        RunFolder followed = done(JSON, record("tape", 30), new Phase.Learn("follow", "student", following("tape", 1), Cue.none()), compare);
        RunFolder wiped = done(JSON.replace("\"toy\"", "\"wiped\""), record("tape", 30), new Phase.Learn("follow", "student", following("tape", 1), Cue.none()),
                renew("student", 1, false), compare);

        double without = told(fresh, Event.Evaluated.class, "student").findFirst().orElseThrow().scores().get("log-likelihood");
        double with = told(followed, Event.Evaluated.class, "student").findFirst().orElseThrow().scores().get("log-likelihood");
        assertTrue(without != with, "the same " + with);
        assertEquals(without, told(wiped, Event.Evaluated.class, "student").findFirst().orElseThrow().scores().get("log-likelihood"));
        assertEquals(fresh.end().orElseThrow().fingerprints().get("student"), followed.end().orElseThrow().fingerprints().get("student"));
    }

    @Test
    void inLifetimesOfOneNumberAllFindTheSameWorldAndInOthersAnother() {
        List<String> caves = new ArrayList<>();
        Phase test = new Phase.Evaluate("test", "student", new Experience.Life(Role.ENVIRONMENT, 0, Budget.episodes(1)), Cue.none());
        RunningExperiment run = new ToyLab(folder, Entries.of(new Cave.Factory(caves)), plan(live("learner", 4), live("student", 4), renew("learner", 7, true), live("learner", 4), test,
                renew("student", 7, false), live("student", 4), test, renew("learner", 0, true), live("learner", 4), renew("student", 8, false), live("student", 4)))
                .run(JSON.replace("corridor", "cave"));

        assertEquals("", run.runs().get(0).message());
        List<String> treasures = caves.stream().map(cave -> cave.split(" ")[0]).toList();
        assertEquals(caves.get(0), caves.get(1), "lifetime 0");
        assertEquals(caves.get(2), caves.get(4), "lifetime 7, of both");
        assertEquals(treasures.get(0), treasures.get(3), "tested in lifetime 0");
        assertEquals(treasures.get(4), treasures.get(5), "tested in lifetime 7");
        assertEquals(caves.get(0), caves.get(6), "lifetime 0 again");
        assertEquals(3, Stream.of(0, 2, 7).map(treasures::get).distinct().count(), caves.toString());
    }

    /** Made anew in lifetime 0 it is bit for bit what it was. */
    @Test
    void aLearnerThatIsMadeAnewBeginsFromNothing() {
        RunFolder run = done(with("\"twins\": {\"frozen\": [100]}"), live("learner", 300), new Phase.Freeze("freeze", "learner"), renew("learner", 1, true), live("learner", 300),
                renew("learner", 0, true), live("learner", 300));

        List<Event.EpisodeEnded> all = told(run, Event.EpisodeEnded.class, "learner").toList();
        assertEquals(episodes(all, 0), episodes(all, 600));
        assertTrue(!episodes(all, 0).equals(episodes(all, 300)), "another lifetime");
        assertEquals(List.of(300L, 300L, 300L), told(run, Event.Spent.class, "learner").map(Event.Spent::updates).toList());
        assertEquals(List.of(300L, 300L, 300L), told(run, Event.Spent.class, "learner").map(Event.Spent::samples).toList());
        assertEquals(List.of(new Event.Renewed("learner", 300, 1, true), new Event.Renewed("learner", 600, 0, true)), told(run, Event.Renewed.class, "learner").toList());
        assertEquals(List.of("learner", "student"), run.end().orElseThrow().fingerprints().keySet().stream().sorted().toList(), "its twin is no more");
    }

    private static List<String> episodes(List<Event.EpisodeEnded> all, long from) {
        return all.stream().filter(e -> e.step() > from && e.step() <= from + 300).map(e -> e.step() - from + " " + e.total()).toList();
    }

    @Test
    void tasksOfALearnerThatIsMadeAnewAreCountedFromZero() {
        Phase test = new Phase.Evaluate("test", "student", life(3), Cue.none());
        RunFolder run = done(JSON, live("student", 9), test, renew("student", 1, false), live("student", 9), test, renew("student", 2, true), test, live("student", 9), test);

        assertEquals(List.of(1, 2, 0, 1), told(run, Event.Evaluated.class, "student").map(Event.Evaluated::after).toList());
        assertEquals(List.of("own/student.lives", "own/student~1.lives"), Lives.in(run).keySet().stream().toList(), "and it knows nothing of what it met before");
    }

    @Test
    void aPlanOfTwoThousandPhasesIsCarriedOut() {
        List<Phase> phases = new ArrayList<>(List.of(record("tape", 20), study("tape", 3), new Phase.Freeze("freeze", "student")));
        for (int lifetime = 1; lifetime <= 400; lifetime++) {
            phases.addAll(List.of(renew("learner", lifetime, true), record("tape", 4), renew("student", lifetime, false), live("student", 4),
                    new Phase.Evaluate("compare", "student", following("tape", 4), Cue.none())));
        }
        RunFolder run = done(JSON, phases.toArray(Phase[]::new));

        assertEquals(401, Lives.in(run).get("tape.lives").size());
    }

    @Test
    void aStudentTakesThePlaceOfAStudentInTheMidstOfItsStudies() throws Exception {
        ToyLab lab = new ToyLab(folder, plan(record("tape", 50), study("tape", 100), live("student", 10)));
        lab.gate.lock();
        RunningExperiment run = lab.start(lab.read(JSON), 1);
        var carried = run.swap(run.runs().get(0).run(), new SwapRequest("student", "copyist", true, OptionalLong.empty(), false, JsonParser.parseString("{\"batch\": 1}").getAsJsonObject()));
        var twin = run.swap(run.runs().get(0).run(), new SwapRequest("student", "copyist", true, OptionalLong.empty(), true, new JsonObject()));
        var refused = run.swap(run.runs().get(0).run(), new SwapRequest("student", "walker", false, OptionalLong.of(5), false, new JsonObject()));
        lab.gate.unlock();
        ToyLab.ended(run);

        assertEquals(0, carried.get().step());
        assertTrue(assertThrows(ExecutionException.class, refused::get).getMessage().contains("another kind of learner"), refused.toString());
        assertTrue(assertThrows(ExecutionException.class, twin::get).getMessage().contains("a twin that was left behind would never study"), twin.toString());
        assertEquals(List.of(new Event.Studied("student", 0, "study", 100, 100 * 5)), told(ToyLab.folder(run, 0), Event.Studied.class, "student").toList());
        assertEquals(List.of(100L, 2L), told(ToyLab.folder(run, 0), Event.Spent.class, "student").map(Event.Spent::updates).toList());
    }

    @Test
    void aRecordingOfAnotherKindOfWorldIsRefused() {
        PluginEntry plan = Scripted.of(List.of(Role.learner(Agent.class), new Role("student", Actor.class), Role.environment(World.class), new Role("other", World.class)),
                role -> role.equals("student") ? "other" : Role.ENVIRONMENT, planning -> List.of(record("tape", 9), study("tape", 1)));
        RunningExperiment run = new ToyLab(folder, Entries.of(new Cave.Factory(new ArrayList<>())), plan).run(JSON.replace("\"student\":", "\"other\": \"cave\", \"student\":"));

        assertEquals("phase study: the recording \"tape\" has observations of Categorical[count=5] and actions of Categorical[count=2], but the role \"student\" has"
                + " Categorical[count=1000] and Categorical[count=2]; a protocol gives both roles one signature", run.runs().get(0).message());
    }

    @Test
    void wrongUsesAreSaid() {
        assertEquals("the plan wants the recording \"tape\" for the role \"student\", but nothing has been recorded yet", problem(JSON, study("tape", 1)));
        assertEquals("the plan wants the recording \"tapes\" for the role \"student\", but those made so far are [tape]", problem(JSON, record("tape", 9), study("tapes", 1)));
        assertEquals("the plan lets the role \"student\" study, but it is frozen; what shall learn from recordings studies before it is frozen, or is made anew",
                problem(JSON, record("tape", 9), new Phase.Freeze("freeze", "student"), study("tape", 1)));
        assertEquals("the plan lets the role \"student\" study, but its learner walker@0.0.0 is not a student; expected one that studies recordings",
                problem(JSON.replace("{\"plugin\": \"copyist\", \"window\": 5, \"batch\": 3}", "\"walker\""), record("tape", 9), study("tape", 1)));
        assertEquals("the plan lets the role \"student\" follow the recording \"tape\", which is one life, but it leads 2 at once; expected one lane",
                problem(with("\"lanes\": 2"), record("tape", 8), new Phase.Learn("follow", "student", following("tape", 1), Cue.none())));
        Phase tooLittle = new Phase.Study("study", "student", List.of("tape"), new Phase.Material(0, 0.01, false), 1);
        String nothing = problem(JSON, record("tape", 9), tooLittle);
        assertTrue(nothing.matches("the plan lets the role \"student\" study the recordings \\[tape] from 0.0 to 0.01 of each life, but no life has a step there: the longest has 1\\d in"
                + " all; expected a wider range, or longer lives"), nothing);
        String examples = problem(JSON, record("tape", 8), new Phase.Record(new Phase.Learn("follow", "student", following("tape", 1), Cue.none()), "copy"));
        assertEquals("the plan records \"copy\" while the role \"student\" meets another recording; only a life in a world can be recorded", examples);
    }
}
