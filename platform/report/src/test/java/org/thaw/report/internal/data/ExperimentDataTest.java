package org.thaw.report.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.metric.Event;
import org.thaw.report.internal.DigitsFixture;
import org.thaw.report.internal.RunFixture;

class ExperimentDataTest {
    @Test
    void learnersComeInTheOrderOfTheExperimentEachFollowedByItsTwins(@TempDir Path runs) {
        ExperimentData data = ExperimentData.read(DigitsFixture.write(runs));
        assertEquals(List.of("finetune", "joint", "experience-replay", "ewc", "slda", "nearest-class-mean"),
                data.learners("digits").stream().map(Arm::name).toList());
        assertEquals(List.of("finetune", "finetune/frozen@1", "finetune/frozen@2", "finetune/frozen@3", "finetune/frozen@4", "joint"),
                data.arms().subList(0, 6).stream().map(Arm::name).toList());
    }

    @Test
    void onlyFinishedRunsCountAndTheOthersAreNamed(@TempDir Path runs) {
        ExperimentData data = ExperimentData.read(DigitsFixture.write(runs));
        Arm ewc = data.learners("digits").get(3);
        assertEquals(4, ewc.estimate("average-accuracy").seeds());
        assertEquals(List.of("ewc-digits-3 failed: learner ewc@0.1.0 in learn task 3: predict returned NaN for 128 of 128 examples",
                "slda-digits-4 is unfinished: no end marker; it got to step 5,600, where it was paused, stopped or cut off. Resumed, it goes on from its last checkpoint"), Problem.texts(data.problems()));
    }

    @Test
    void imitatorsAreTwinsThatDoNotLearnAndSayWhoTheyAre(@TempDir Path runs) {
        RunFixture run = new RunFixture(runs.resolve("e"), "lifetime", "q", "CURRENT_DATA", "grid", 0);
        for (String role : List.of("learner", "learner/frozen@10", "learner/imitation@9", "learner/imitation-cloning@10", "learner/unswapped@4")) {
            run.scalar(role, "return-curve", 1);
        }
        run.done();
        List<Arm> arms = ExperimentData.read(runs.resolve("e")).arms();

        assertEquals(List.of("q", "q/frozen@10", "q/imitation@9", "q/imitation-cloning@10", "q/unswapped@4"), arms.stream().map(Arm::name).toList());
        assertEquals(List.of("q/frozen@10", "q/imitation@9", "q/imitation-cloning@10"), arms.stream().filter(Arm::frozen).map(Arm::caption).toList());
        assertEquals(List.of("q/imitation@9", "q/imitation-cloning@10"), arms.stream().filter(Arm::imitator).map(Arm::name).toList());
    }

    @Test
    void aCopyBesideSeveralLearnersIsCalledAfterItsOwnAndSeesWhatItsOriginalSees(@TempDir Path runs) {
        for (String learner : List.of("q", "bound")) {
            RunFixture run = new RunFixture(runs.resolve("e"), "p", learner, learner.equals("q") ? "CURRENT_DATA" : "ALL_TASKS", "w", 0).with("student", "cloning");
            run.events.add(new Event.Forked("learner", 3, "thawed"));
            run.events.add(new Event.Forked("thawed", 4, "thawed@7"));
            List.of("learner", "student", "thawed", "thawed@7").forEach(role -> run.scalar(role, "m", 1));
            run.done();
        }
        assertEquals(List.of("bound ALL_TASKS", "thawed of bound ALL_TASKS", "cloning of bound CURRENT_DATA", "thawed@7 of bound ALL_TASKS",
                        "q CURRENT_DATA", "thawed of q CURRENT_DATA", "cloning of q CURRENT_DATA", "thawed@7 of q CURRENT_DATA"),
                ExperimentData.read(runs.resolve("e")).arms().stream().map(arm -> arm.name() + " " + arm.privilege()).toList());
    }

    @Test
    void copiesForSingleLifetimesAreNotToldOfOneByOneButTwinsAre(@TempDir Path runs) {
        List<String> roles = List.of("learner", "learner/live", "learner/live@7.L0", "learner/live@8.L0", "learner/weights@7", "learner/frozen@9", "learner/frozen@switch");
        for (String name : List.of("unknown", "asked", "not-asked")) {
            RunFixture run = new RunFixture(runs.resolve(name), "p", "q", "CURRENT_DATA", "w", 0);
            if (!name.equals("unknown")) {
                run.twins.addProperty("frozenAtTasks", false);
                run.twins.add("frozenAtSteps", JsonParser.parseString(name.equals("asked") ? "[9]" : "[]"));
            }
            roles.forEach(role -> run.scalar(role, "m", 1));
            run.done();
        }
        assertEquals(List.of("q", "q/frozen@switch", "q/frozen@9", "q/live"), named(runs.resolve("unknown")));
        assertEquals(List.of("q", "q/frozen@switch", "q/frozen@9", "q/live"), named(runs.resolve("asked")));
        assertEquals(List.of("q", "q/frozen@switch", "q/live"), named(runs.resolve("not-asked")));
        ExperimentData data = ExperimentData.read(runs.resolve("not-asked"));
        assertEquals(List.of("q/frozen@9", "q/live@7.L0", "q/live@8.L0", "q/weights@7"), data.copies(data.learners("w").get(0)).stream().map(Arm::name).toList());
    }

    private static List<String> named(Path experiment) {
        return ExperimentData.read(experiment).in("w").stream().map(Arm::name).toList();
    }

    @Test
    void twinsAreSortedByTheirNumbers(@TempDir Path runs) {
        RunFixture run = new RunFixture(runs.resolve("e"), "p", "q", "CURRENT_DATA", "w", 0);
        for (String role : List.of("learner/frozen@10", "learner/frozen@9", "learner")) {
            run.scalar(role, "m", 1);
        }
        run.done();
        assertEquals(List.of("q", "q/frozen@9", "q/frozen@10"), ExperimentData.read(runs.resolve("e")).arms().stream().map(Arm::name).toList());
    }

    @Test
    void whoSeesMoreIsNotCompared(@TempDir Path runs) {
        ExperimentData data = ExperimentData.read(DigitsFixture.write(runs));
        List<Arm> learners = data.learners("digits");
        Best best = new Best(learners);
        MetricKind accuracy = new MetricKinds().of("average-accuracy");
        assertEquals(List.of("experience-replay"), learners.stream().filter(arm -> best.is(arm, accuracy)).map(Arm::name).toList());
        assertTrue(learners.get(1).estimate("average-accuracy").mean() > learners.get(2).estimate("average-accuracy").mean());
    }
}
