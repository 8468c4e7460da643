package org.thaw.metrics.supervised.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;
import org.thaw.tck.host.Found;

class IntransigenceTest {
    @Test
    void isTheReferencesLeadOnEachTaskAveragedOverTheSeedsOfBoth() {
        Found found = summed("cumulative", new DiagonalRun("ewc", "mnist", 0, .9, .7), new DiagonalRun("cumulative", "mnist", 0, .9, .9),
                new DiagonalRun("cumulative", "mnist", 1, .8, .8), new DiagonalRun("ewc", "mnist", 1, .9, .6), new DiagonalRun("ewc", "mnist", 2, 0, 0));
        assertEquals(.2, found.scalars.get("ewc intransigence"), 1e-12);
        assertEquals((-.05 + .2) / 2, found.scalars.get("ewc intransigence/mean"), 1e-12);
        assertArrayEquals(new double[] {-.05, .2}, found.series.get("ewc intransigence")[1], 1e-12);
        assertEquals(2, found.scalars.size());
    }

    @Test
    void anotherReferenceIsNamedInTheIds() {
        DiagonalRun[] runs = {new DiagonalRun("ewc", "mnist", 0, .9, .7), new DiagonalRun("cumulative", "mnist", 0, .9, .9), new DiagonalRun("joint", "mnist", 0, .8, .95)};
        Found found = summed("joint", runs);
        assertEquals(Set.of("ewc intransigence/against/joint", "ewc intransigence/mean/against/joint", "cumulative intransigence/against/joint",
                "cumulative intransigence/mean/against/joint"), found.scalars.keySet());
        assertEquals(.25, found.scalars.get("ewc intransigence/against/joint"), 1e-12);
        assertEquals((-.1 + .25) / 2, found.scalars.get("ewc intransigence/mean/against/joint"), 1e-12);
        assertArrayEquals(new double[] {-.1, .25}, found.series.get("ewc intransigence/against/joint")[1], 1e-12);
    }

    @Test
    void environmentsAreKeptApart() {
        DiagonalRun[] runs = {new DiagonalRun("ewc", "mnist", 0, .9), new DiagonalRun("cumulative", "mnist", 0, .95), new DiagonalRun("ewc", "cifar", 0, .4),
            new DiagonalRun("cumulative", "cifar", 0, .6)};
        Found found = summed("cumulative", runs);
        assertEquals(.05, found.scalars.get("ewc intransigence/mnist"), 1e-12);
        assertEquals(.2, found.scalars.get("ewc intransigence/cifar"), 1e-12);
        assertEquals(-.2, summed("ewc", runs).scalars.get("cumulative intransigence/against/ewc/cifar"), 1e-12);
    }

    @Test
    void onlyTheFirstLearnerOfARunIsCompared() {
        List<Event> story = new ArrayList<>(DiagonalRun.diagonal(.9, .7));
        story.add(new Event.Renewed("learner", 200, 1, true));
        story.addAll(DiagonalRun.diagonal(.1, .1));
        Found found = summed("cumulative", new DiagonalRun("ewc", "mnist", 0, story), new DiagonalRun("cumulative", "mnist", 0, .9, .9));
        assertEquals(.2, found.scalars.get("ewc intransigence"), 1e-12);
    }

    @Test
    void withoutAReferenceNothingIsFound() {
        assertTrue(summed("cumulative", new DiagonalRun("ewc", "mnist", 0, .9)).scalars.isEmpty());
    }

    private static Found summed(String reference, DiagonalRun... runs) {
        return DiagonalRun.summed(new Intransigence.Factory().create(new Intransigence.Config(reference)), runs);
    }
}
