package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.ToyLab;

class SeveralWorldsTest {
    private static final String MOVES = "{\"name\": \"moves\", \"protocol\": \"moves\", \"learner\": \"surveyor\", \"roles\": {\"small\": \"room\","
            + " \"large\": {\"plugin\": \"room\", \"rows\": 3, \"columns\": 5, \"actions\": 4}}}";

    @TempDir
    Path folder;
    private ToyLab lab;

    @BeforeEach
    void lab() {
        lab = new ToyLab(folder);
    }

    private List<Event> events(String... overrides) {
        RunningExperiment run = lab.run(MOVES, overrides);
        assertEquals("", run.runs().get(0).message());
        return new RunFolder(run.runs().get(0).folder()).events();
    }

    private static List<Event> of(List<Event> events, String role) {
        return events.stream().filter(event -> event.role().equals(role) && !(event instanceof Event.Forked)).toList();
    }

    private static <T> Stream<T> only(Class<T> type, List<Event> events) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    @Test
    void aLifeGoesFromWorldToWorldAndBack() {
        List<Event> events = of(events(), "learner");

        assertEquals(List.of(0, 1, 0), only(Event.TaskEnded.class, events).map(Event.TaskEnded::task).toList());
        assertEquals(1500, events.get(events.size() - 1).step());
    }

    @Test
    void theOriginalDoesNotNoticeItsCopies() {
        List<Event> alone = of(events("name=alone", "protocol.copies=false"), "learner").stream().filter(e -> !(e instanceof Event.Evaluated)).toList();
        List<Event> together = of(events("name=together"), "learner").stream().filter(e -> !(e instanceof Event.Evaluated)).toList();

        assertEquals(alone, together);
    }

    @Test
    void copiesLiveInTheOtherWorldAsLongAsTheOriginal() {
        List<Event> events = events();

        assertEquals(1500, of(events, "learner/still").get(of(events, "learner/still").size() - 1).step());
        assertEquals(1000, of(events, "learner/fresh").get(of(events, "learner/fresh").size() - 1).step());
        assertTrue(of(events, "learner/still").stream().noneMatch(event -> event instanceof Event.TaskBegan), "a frozen one is not told");
        assertEquals(List.of(1, 0), only(Event.TaskEnded.class, of(events, "learner/fresh")).map(Event.TaskEnded::task).toList());
    }

    /** 503 steps of two lanes are not a multiple of the reporting interval. */
    @Test
    void rewardsAreToldWithinTheTaskInWhichTheyWereEarned() {
        List<Event.Earned> earned = only(Event.Earned.class, of(events("protocol.steps=251"), "learner")).toList();

        for (int stay = 0; stay < 3; stay++) {
            int last = 502 * (stay + 1);
            List<Event.Earned> here = earned.stream().filter(e -> e.step() > last - 502 && e.step() <= last).toList();
            assertEquals(502, here.stream().mapToLong(Event.Earned::steps).sum());
            assertEquals(List.of(stay % 2), here.stream().map(Event.Earned::task).distinct().toList());
        }
    }

    /** A room of 2 × 3 cells ends after at least three steps; an episode that was broken off would not go on when the learner comes back. */
    @Test
    void noEpisodeGoesOnInAnotherStay() {
        List<Event> events = of(events("protocol.steps=1"), "learner");

        assertEquals(6, events.get(events.size() - 1).step());
        assertEquals(List.of(), only(Event.EpisodeEnded.class, events).toList(), "each stay is of two steps, the shortest episode of three");
    }

    @Test
    void metricsLookIntoLearnersAfterEachEvaluation() {
        List<Event> events = events("metrics=[\"gauge\"]", "twins={\"frozen\": [100]}");

        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Event.Evaluated evaluated) {
                assertEquals(List.of("gauge/sum/w", "gauge/rows", "gauge/seen/x"), only(Event.Measured.class, events.subList(i + 1, i + 4)).map(Event.Measured::name).toList());
                assertEquals(new Event.Measured(evaluated.role(), evaluated.step(), "gauge/rows", 5), events.get(i + 2));
                assertEquals(new Event.Measured(evaluated.role(), evaluated.step(), "gauge/seen/x", 5), events.get(i + 3), "each observation holds a single 1");
            }
        }
        List<Double> still = only(Event.Measured.class, of(events, "learner/still")).filter(m -> m.name().equals("gauge/sum/w")).map(Event.Measured::value).distinct().toList();
        assertEquals(1, still.size(), "it does not learn");
        assertTrue(events.stream().anyMatch(e -> e instanceof Event.Measured m && m.role().equals("learner/frozen@100")));
    }

    @Test
    void lookingChangesNothing() {
        assertEquals(events("name=plain"), events("name=seen", "metrics=[\"gauge\"]").stream().filter(event -> !(event instanceof Event.Measured)).toList());
    }

    @Test
    void aMetricThatBreaksDownOverALearnerIsNamed() {
        RunningExperiment run = lab.run(MOVES, "metrics={\"gauge\": {\"broken\": true}}");

        String message = run.runs().get(0).message();
        assertTrue(message.contains("gauge") && message.contains("the needle is stuck"), message);
        assertFalse(message.contains("surveyor"), message);
    }
}
