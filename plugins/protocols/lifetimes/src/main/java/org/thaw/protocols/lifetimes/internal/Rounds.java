package org.thaw.protocols.lifetimes.internal;

import static org.thaw.api.protocol.Role.LEARNER;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;

/**
 * One agent goes from world to world, round after round. Each stay is a task, begun and ended once; the number of a world in the list is its
 * task's. All worlds are evaluated before the first step, after each stretch of a stay and so at the end of each.
 */
record Rounds(List<String> worlds, long rounds, Stretches stay, Look look, boolean tellTask, boolean tellBoundary) {
    Iterable<Phase> plan() {
        long stretches = Math.multiplyExact(Math.multiplyExact(rounds, worlds.size()), stay.count());
        return () -> Stream.concat(evaluations(),
                LongStream.range(0, stretches).boxed().flatMap(i -> Stream.concat(Stream.of(live(i)), evaluations()))).iterator();
    }

    private Phase live(long stretch) {
        int task = (int) (stretch / stay.count() % worlds.size());
        long within = stretch % stay.count();
        return new Phase.Learn("live in " + worlds.get(task), LEARNER, new Experience.Life(worlds.get(task), task, Budget.steps(stay.length(within))),
                Look.cue(tellTask, tellBoundary, task), within == 0, within == stay.count() - 1);
    }

    private Stream<Phase> evaluations() {
        return IntStream.range(0, worlds.size()).mapToObj(task -> look.in("evaluate in " + worlds.get(task), LEARNER, worlds.get(task), task, Look.cue(tellTask, tellBoundary, task)));
    }
}
