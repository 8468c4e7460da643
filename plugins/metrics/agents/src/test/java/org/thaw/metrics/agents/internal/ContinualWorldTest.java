package org.thaw.metrics.agents.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.tck.host.Found;
import org.thaw.tck.host.MemoryRun;

class ContinualWorldTest {
    private static final ContinualWorld.Config PLAIN = new ContinualWorld.Config("return", 5, List.of(), List.of());

    @Test
    void performanceIsTheMeanOfTheLastFiveEvaluationsOfEveryTask() {
        Tale tale = new Tale("learner").begin(0).live(10).test(9, 9).end().begin(1).live(10);
        for (int n = 1; n <= 5; n++) {
            tale.live(10).test(n, 2 * n);
        }
        Found found = found(PLAIN, tale.events());
        assertEquals((3 + 6) / 2.0, found.scalars.get("learner continual-world/performance"));
    }

    @Test
    void forgettingIsWhatEachTaskLostSinceTheEndOfItsOwnTraining() {
        // task 0: (.6 + 1)/2 at the end of its training, .1 and .3 in the end; task 1: trained last, so nothing is lost
        List<Event> events = new Tale("learner").begin(0).live(10).test(.6, 0).live(10).end().test(1, 0)
                .begin(1).live(10).test(.1, .5).live(10).end().test(.3, .7).events();
        Found found = found(new ContinualWorld.Config("return", 2, List.of(), List.of()), events);
        assertArrayEquals(new double[] {.6, 0}, found.series.get("learner continual-world/forgetting")[1], 1e-12);
        assertEquals(.3, found.scalars.get("learner continual-world/forgetting"), 1e-12);
        assertEquals((.2 + .6) / 2, found.scalars.get("learner continual-world/performance"), 1e-12);
    }

    @Test
    void everyTaskMayHaveAScaleOfItsOwn() {
        List<Event> events = new Tale("learner").begin(0).live(10).end().begin(1).live(10).end().test(15, -50).events();
        assertEquals((.5 + .75) / 2, found(new ContinualWorld.Config("return", 5, List.of(10.0, -200.0), List.of(20.0, 0.0)), events).scalars.get("learner continual-world/performance"), 1e-12);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Scale(List.of(3.0), List.of(2.0))).getMessage().contains("expected each low below its high"));
    }

    @Test
    void aCopyHasBehindItWhatItsOriginalWentThrough() {
        List<Event> events = new ArrayList<>(new Tale("learner").begin(0).live(10).end().test(1).events());
        events.add(new Event.Forked("learner", 10, "learner/frozen@1"));
        events.add(new Event.Evaluated("learner/frozen@1", 10, "evaluate", 1, -1, 0, 1, Map.of("return", .4)));
        assertEquals(.4, found(PLAIN, events).scalars.get("learner/frozen@1 continual-world/performance"));
    }

    @Test
    void aLearnerMadeAnewHasNoPartInTheCourseOfTheFirst() {
        List<Event> events = new ArrayList<>(new Tale("learner").begin(0).live(10).end().test(.8, 0).begin(1).live(10).end().test(.6, .4).events());
        events.add(new Event.Forked("learner", 20, "learner/frozen@2"));
        events.add(new Event.Renewed("learner", 20, 1, true));
        events.addAll(new Tale("learner").live(20).begin(1).live(10).end().test(.1, .9).begin(0).live(10).end().test(.9, .1).events());
        events.add(new Event.Forked("learner", 40, "learner/frozen@2"));
        events.add(new Event.Evaluated("learner/frozen@2", 40, "evaluate", 2, -1, 0, 1, Map.of("return", 1.0)));
        Found found = found(new ContinualWorld.Config("return", 1, List.of(), List.of()), events);
        assertEquals((.6 + .4) / 2, found.scalars.get("learner continual-world/performance"), 1e-12);
        assertEquals((.8 - .6 + 0) / 2, found.scalars.get("learner continual-world/forgetting"), 1e-12);
        assertEquals(2, found.scalars.size(), "the twin was not tested while the first learner was there");
    }

    @Test
    void anotherLifetimeOfTheSameLearnerIsPartOfItsCourse() {
        List<Event> events = new ArrayList<>(new Tale("learner").begin(0).live(10).end().test(.8).events());
        events.add(new Event.Renewed("learner", 10, 1, false));
        events.add(new Event.Evaluated("learner", 10, "evaluate", 1, -1, 0, 1, Map.of("return", .5)));
        assertEquals(.5, found(new ContinualWorld.Config("return", 1, List.of(), List.of()), events).scalars.get("learner continual-world/performance"), 1e-12);
    }

    /** The rows of the paper's table come out as they are printed there. */
    @ParameterizedTest
    @CsvSource({"fine-tuning, .05, .73, .20", "EWC, .60, .02, -.18", "PackNet, .80, .00, .18", "A-GEM, .07, .71, .15"})
    void givesTheRowsOfThePublishedTable(String method, double performance, double forgetting, double transfer) {
        List<Event> run = run(performance, forgetting, .5 + .5 * transfer);
        Found one = found(PLAIN, run);
        assertEquals(performance, one.scalars.get("learner continual-world/performance"), 1e-12);
        assertEquals(forgetting, one.scalars.get("learner continual-world/forgetting"), 1e-12);

        List<RunView> runs = new ArrayList<>();
        for (long seed = 0; seed < 3; seed++) {
            double off = .02 * (seed - 1);
            runs.add(new MemoryRun(method, "worlds", seed, run(performance, forgetting, .5 + .5 * (transfer + off))));
            runs.add(new MemoryRun("single", "worlds", seed, run(.9, 0, .5)));
        }
        Found all = Found.by(transfer("single"), runs);
        assertEquals(transfer, all.scalars.get(method + " continual-world-transfer"), 1e-12);
        // with three seeds the 5% and the 95% of the resampled means lie one off the ends
        double low = all.scalars.get(method + " continual-world-transfer/low");
        double high = all.scalars.get(method + " continual-world-transfer/high");
        assertTrue(transfer - .02 <= low + 1e-12 && low < transfer && transfer < high && high <= transfer + .02 + 1e-12, low + " … " + high);
        assertArrayEquals(new double[] {transfer, transfer}, all.series.get(method + " continual-world-transfer")[1], 1e-12);
    }

    @Test
    void theBaselineMayBeACopyWithinTheRun() {
        List<Event> events = new ArrayList<>();
        events.add(new Event.Forked("learner", 0, "learner/fresh"));
        events.addAll(new Tale("learner").begin(0).live(10).test(.8).end().events());
        events.addAll(new Tale("learner/fresh").begin(0).live(10).test(.6).end().events());
        Found found = Found.by(transfer("/fresh"), List.of(new MemoryRun("dqn", "worlds", 0, events)));
        assertEquals((.8 - .6) / (1 - .6), found.scalars.get("dqn continual-world-transfer"), 1e-12);
    }

    @Test
    void seedsWithoutABaselineDoNotCount() {
        assertTrue(Found.by(transfer("single"), List.of(new MemoryRun("dqn", "worlds", 0, run(.5, .1, .6)), new MemoryRun("single", "worlds", 1, run(.5, .1, .5)))).scalars.isEmpty());
    }

    /** Two tasks, ten evaluations in each: the last five as P and F want them, the first five to bring the mean to the area. */
    private static List<Event> run(double performance, double forgetting, double area) {
        Tale tale = new Tale("learner");
        for (int task = 0; task < 2; task++) {
            tale.begin(task);
            double own = performance + (task == 0 ? 2 * forgetting : 0);
            for (int n = 0; n < 10; n++) {
                tale.live(10);
                tale.test(task, 1, n < 5 ? 2 * area - own : own);
                if (task == 1) {
                    tale.test(0, 1, performance);
                }
            }
            tale.end();
        }
        return tale.events();
    }

    private static Found found(ContinualWorld.Config config, List<Event> events) {
        return Found.by(new ContinualWorld.Factory().create(config), events);
    }

    private static Summary transfer(String baseline) {
        return new ContinualWorldTransfer.Factory().create(new ContinualWorldTransfer.Config(baseline, "return", List.of(), List.of(), 4000));
    }
}
