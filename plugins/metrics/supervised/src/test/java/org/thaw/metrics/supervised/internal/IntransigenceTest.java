package org.thaw.metrics.supervised.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.tck.host.Found;

class IntransigenceTest {
    private record Run(String learner, String environment, long seed, List<Event> story) implements RunView {
        /** The run whose accuracies right after learning each task are these. */
        Run(String learner, String environment, long seed, double... diagonal) {
            this(learner, environment, seed, diagonal(diagonal));
        }

        private static List<Event> diagonal(double... accuracies) {
            return IntStream.range(0, accuracies.length).mapToObj(k -> Story.test("learner", 100L * k, k + 1, -1, k, accuracies[k])).toList();
        }

        @Override
        public OptionalDouble scalar(String role, String metric) {
            return OptionalDouble.empty();
        }

        @Override
        public Iterable<Event> events() {
            return story;
        }
    }

    @Test
    void isTheReferencesLeadOnEachTaskAveragedOverTheSeedsOfBoth() {
        Found found = summed(new Run("ewc", "mnist", 0, .9, .7), new Run("cumulative", "mnist", 0, .9, .9), new Run("cumulative", "mnist", 1, .8, .8),
                new Run("ewc", "mnist", 1, .9, .6), new Run("ewc", "mnist", 2, 0, 0));
        assertEquals(.2, found.scalars.get("ewc intransigence"), 1e-12);
        assertEquals((-.05 + .2) / 2, found.scalars.get("ewc intransigence/mean"), 1e-12);
        assertArrayEquals(new double[] {-.05, .2}, found.series.get("ewc intransigence")[1], 1e-12);
        assertEquals(2, found.scalars.size());
    }

    @Test
    void environmentsAreKeptApart() {
        Found found = summed(new Run("ewc", "mnist", 0, .9), new Run("cumulative", "mnist", 0, .95), new Run("ewc", "cifar", 0, .4), new Run("cumulative", "cifar", 0, .6));
        assertEquals(.05, found.scalars.get("ewc intransigence/mnist"), 1e-12);
        assertEquals(.2, found.scalars.get("ewc intransigence/cifar"), 1e-12);
    }

    @Test
    void onlyTheFirstLearnerOfARunIsCompared() {
        List<Event> story = new ArrayList<>(Run.diagonal(.9, .7));
        story.add(new Event.Renewed("learner", 200, 1, true));
        story.addAll(Run.diagonal(.1, .1));
        assertEquals(.2, summed(new Run("ewc", "mnist", 0, story), new Run("cumulative", "mnist", 0, .9, .9)).scalars.get("ewc intransigence"), 1e-12);
    }

    @Test
    void withoutAReferenceNothingIsFound() {
        assertTrue(summed(new Run("ewc", "mnist", 0, .9)).scalars.isEmpty());
    }

    private static Found summed(Run... runs) {
        Summary summary = new Intransigence.Factory().create(new Intransigence.Config("cumulative"));
        List.of(runs).forEach(summary::on);
        Found found = new Found();
        summary.report(found);
        return found;
    }
}
