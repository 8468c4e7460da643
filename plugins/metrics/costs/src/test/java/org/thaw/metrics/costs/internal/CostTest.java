package org.thaw.metrics.costs.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;

class CostTest {
    private final Map<String, Double> scalars = new LinkedHashMap<>();
    private final Map<String, double[]> series = new LinkedHashMap<>();

    @Test
    void countsAreSummedOverTasksAndBytesAreThoseAtTheEnd() {
        read(began(0), spent("learner", 0, 200, 10, 4000, 0), began(1), spent("learner", 1, 300, 15, 4000, 800));
        assertEquals(500, scalars.get("learner cost/samples"));
        assertEquals(25, scalars.get("learner cost/updates"));
        assertEquals(4000, scalars.get("learner cost/parameter-bytes"));
        assertEquals(800, scalars.get("learner cost/memory-bytes"));
        assertArrayEquals(new double[] {200, 300}, series.get("learner cost/samples"));
        assertArrayEquals(new double[] {0, 800}, series.get("learner cost/memory-bytes"));
    }

    @Test
    void aLaterReadingOfATaskReplacesTheEarlierOne() {
        read(began(0), spent("learner", 0, 100, 5, 1, 1), spent("learner", 0, 200, 10, 1, 1));
        assertEquals(200, scalars.get("learner cost/samples"));
    }

    @Test
    void aTaskThatComesAgainCostsAgain() {
        read(began(0), spent("learner", 0, 100, 5, 1, 1), began(1), spent("learner", 1, 50, 5, 1, 1), began(0), spent("learner", 0, 100, 5, 1, 1));
        assertEquals(250, scalars.get("learner cost/samples"));
        assertArrayEquals(new double[] {100, 50, 100}, series.get("learner cost/samples"));
    }

    @Test
    void whatEachLearnerOfARoleCostAddsUp() {
        read(began(0), spent("learner", 0, 100, 5, 1, 1), new Event.Renewed("learner", 100, 1, true), spent("learner", 0, 40, 2, 1, 1));
        assertEquals(140, scalars.get("learner cost/samples"));
        assertEquals(7, scalars.get("learner cost/updates"));
    }

    @Test
    void secondsAreSummedAndTheHeapIsTheGreatest() {
        read(began(0), new Event.Timed("learner", 1, 0, 2.0, 1.5, 900), began(1), new Event.Timed("learner", 2, 1, 1.0, 0.5, 700));
        assertEquals(3.0, scalars.get("learner cost/seconds"));
        assertEquals(2.0, scalars.get("learner cost/cpu-seconds"));
        assertEquals(900, scalars.get("learner cost/peak-heap"));
    }

    @Test
    void clockReadingsMayComeAfterAllElse() {
        read(began(0), began(1), new Event.Timed("learner", 1, 0, 2.0, 1.5, 900), new Event.Timed("learner", 2, 1, 1.0, 0.5, 700));
        assertEquals(3.0, scalars.get("learner cost/seconds"));
        assertArrayEquals(new double[] {2.0, 1.0}, series.get("learner cost/seconds"));
    }

    @Test
    void withoutClockReadingsNothingIsSaidAboutTime() {
        read(began(0), spent("learner", 0, 1, 1, 1, 1));
        assertEquals(Set.of("learner cost/samples", "learner cost/updates", "learner cost/parameter-bytes", "learner cost/memory-bytes"), scalars.keySet());
    }

    @Test
    void operationsAreThoseOfTheLearnerThatWasThereLast() {
        read(began(0), new Event.Computed("learner", 1, 0, 20, 300), spent("learner", 0, 1, 1, 1, 1), began(1), new Event.Computed("learner", 2, 1, 50, 900),
                spent("learner", 1, 1, 1, 1, 1));
        assertEquals(50, scalars.get("learner cost/flops-per-decision"));
        assertEquals(900, scalars.get("learner cost/flops-per-update"));
        assertArrayEquals(new double[] {20, 50}, series.get("learner cost/flops-per-decision"));
        assertArrayEquals(new double[] {1, 1}, series.get("learner cost/samples"), "told before each reading, it makes no visit of its own");
    }

    @Test
    void aTwinIsNotChargedForItsOriginal() {
        read(began(0), spent("learner", 0, 100, 5, 1, 1), new Event.Forked("learner", 100, "learner/frozen@1"),
                spent("learner/frozen@1", 1, 0, 0, 1, 1));
        assertEquals(0, scalars.get("learner/frozen@1 cost/samples"));
        assertEquals(100, scalars.get("learner cost/samples"));
    }

    private void read(Event... events) {
        Metric metric = new Cost.Factory().create(new Cost.None());
        List.of(events).forEach(metric::on);
        metric.report(new Findings() {
            @Override
            public void scalar(String role, String id, double value) {
                scalars.put(role + " " + id, value);
            }

            @Override
            public void series(String role, String id, double[] x, double[] y) {
                series.put(role + " " + id, y);
            }

            @Override
            public void matrix(String role, String id, double[][] rows) {
                throw new AssertionError("costs are no matrix");
            }
        });
    }

    private static Event began(int task) {
        return new Event.TaskBegan("learner", 0, task);
    }

    private static Event spent(String role, int task, long samples, long updates, long parameterBytes, long memoryBytes) {
        return new Event.Spent(role, 0, task, samples, updates, parameterBytes, memoryBytes);
    }
}
