package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.toys.ToyLab;

class TwinsTest {
    private static final String CHUNKS = "{\"name\": \"chunks\", \"protocol\": \"chunks\", \"environment\": \"corridor\", \"learner\": \"walker\"}";
    private static final String HALVES = "{\"name\": \"halves\", \"protocol\": \"halves\", \"environment\": \"blobs\", \"learner\": \"centroids\"}";

    @TempDir
    Path folder;
    private ToyLab lab;

    @BeforeEach
    void lab() {
        lab = new ToyLab(folder);
    }

    private List<Event> events(String json, String... overrides) {
        return new RunFolder(lab.run(json, overrides).runs().get(0).folder()).events();
    }

    private static List<Event> of(List<Event> events, String role) {
        return events.stream().filter(event -> event.role().equals(role) && !(event instanceof Event.Forked)).toList();
    }

    private static List<String> forks(List<Event> events) {
        return events.stream().filter(Event.Forked.class::isInstance).map(Event.Forked.class::cast).map(fork -> fork.as() + " at " + fork.step()).toList();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 1", "7, 3", "64, 2"})
    void theOriginalDoesNotNoticeItsTwins(int horizon, int lanes) {
        String[] life = {"learner.horizon=" + horizon, "lanes=" + lanes, "name=single"};
        List<Event> single = events(CHUNKS, life);
        List<Event> twinned = events(CHUNKS, life[0], life[1], "name=twinned", "twins={\"frozen\": [50, 101, 150, 333]}");

        assertEquals(of(single, "learner"), of(twinned, "learner"));
    }

    @Test
    void twinsAreMadeAtEveryStepAskedForWhereverPhasesAndBatchesEnd() {
        assertEquals(List.of("learner/frozen@1 at 1", "learner/frozen@100 at 100", "learner/frozen@101 at 101", "learner/frozen@400 at 400"),
                forks(events(CHUNKS, "protocol.evaluate=false", "twins={\"frozen\": [1, 100, 101, 400, 9999]}")));
        // batches of 8, the last of each pass of 100 examples has 4
        assertEquals(List.of("learner/frozen@3 at 8", "learner/frozen@5 at 8", "learner/frozen@100 at 100", "learner/frozen@300 at 300", "learner/frozen@301 at 308"),
                forks(events(HALVES, "twins={\"frozen\": [3, 5, 100, 300, 301]}")));
        assertEquals(List.of("learner/frozen@1 at 3", "learner/frozen@2 at 3"), forks(events(CHUNKS, "name=lanes", "lanes=3", "protocol.evaluate=false", "twins={\"frozen\": [1, 2]}")));
    }

    @Test
    void testsAreTheSameForATwinAndItsOriginal() {
        List<Event> events = events(CHUNKS, "twins={\"frozen\": [400]}");

        List<Object> original = scores(events, "learner");
        assertEquals(List.of(original.get(original.size() - 1)), scores(events, "learner/frozen@400"), "frozen just now, so equal, down to the chances of the world");
    }

    private static List<Object> scores(List<Event> events, String role) {
        return of(events, role).stream().filter(Event.Evaluated.class::isInstance).<Object>map(event -> ((Event.Evaluated) event).scores()).toList();
    }

    @Test
    void aTwinGoesOnOnItsOriginalsAxis() {
        List<Event> twin = of(events(CHUNKS, "lanes=2", "twins={\"frozen\": [150]}"), "learner/frozen@150");

        assertEquals("[200, 300, 400]", twin.stream().filter(Event.Earned.class::isInstance).map(Event::step).toList().toString());
        assertTrue(twin.stream().noneMatch(event -> event instanceof Event.Spent || event instanceof Event.TaskEnded), "it learns nothing, so it costs nothing");
    }

    @Test
    void aCopyThatLearnsGetsTwinsOfItsOwn() {
        List<Event> events = events(HALVES, "protocol.fork=true", "twins={\"frozen\": [200, 500]}");

        assertEquals(List.of("learner/frozen@200 at 200", "copy at 300", "learner/frozen@500 at 500", "copy/frozen@500 at 500"),
                forks(events));
    }
}
