package org.thaw.metrics.lifetimes.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;

/**
 * A learner and a twin of it that does not learn from the fork on. After the fork both meet the same plan, so the n-th evaluation of the one on a task stands
 * beside the n-th of the other on it, and so do their stretches of life; time is the live learner's. What only one of them was tested on does not count. Both end
 * with the lifetime in which the twin was forked.
 */
final class Twins {
    private final String live;
    private final String frozen;
    private final long fork;
    private final boolean same;
    private final Set<Integer> met;
    private final Map<Integer, List<Test>> liveTests = new TreeMap<>();
    private final Map<Integer, List<Test>> frozenTests = new TreeMap<>();
    private final List<Event.Earned> liveEarnings = new ArrayList<>();
    private final List<Event.Earned> frozenEarnings = new ArrayList<>();
    private boolean over;

    private record Test(long step, double score) {
    }

    /**
     * Just forked.
     *
     * @param same whether the two are the same at the fork
     * @param met  the tasks that the live learner has met so far; grows as it meets more
     */
    Twins(Event.Forked forked, boolean same, Set<Integer> met) {
        this.live = forked.role();
        this.frozen = forked.as();
        this.fork = forked.step();
        this.same = same;
        this.met = met;
    }

    /** Another lifetime began for a role: if it is one of theirs, they hear no more. */
    void renewed(Event.Renewed e) {
        over |= e.role().equals(live) || e.role().equals(frozen);
    }

    /** Takes an evaluation if it is one of theirs, on a task that the live learner has met. */
    void tested(Event.Evaluated e) {
        String score = e.scores().containsKey("accuracy") ? "accuracy" : "return";
        boolean counts = !over && e.scores().containsKey(score) && (met.isEmpty() || met.contains(e.on()));
        if (counts && e.role().equals(live)) {
            liveTests.computeIfAbsent(e.on(), on -> new ArrayList<>()).add(new Test(e.step(), e.scores().get(score)));
        } else if (counts && e.role().equals(frozen)) {
            frozenTests.computeIfAbsent(e.on(), on -> new ArrayList<>()).add(new Test(e.step(), e.scores().get(score)));
        }
    }

    /** Takes a stretch of life if it is one of theirs and was lived after the fork as a whole. */
    void earned(Event.Earned e) {
        boolean straddles = e.step() > fork && e.step() - e.steps() < fork;
        boolean counts = !over && e.steps() > 0 && !straddles;
        if (counts && e.role().equals(live)) {
            liveEarnings.add(e);
        } else if (counts && e.role().equals(frozen)) {
            frozenEarnings.add(e);
        }
    }

    /** Says what was gained, under the twin's name. */
    void report(Findings out) {
        Curve difference = differences();
        if (!difference.isEmpty()) {
            out.scalar(frozen, "continual-gain", same ? difference.meanHeight(fork) : difference.meanHeightLevel(fork));
            difference.report(frozen, "continual-gain", out);
        }
        int both = Math.min(liveEarnings.size(), frozenEarnings.size());
        if (both > 0) {
            out.scalar(frozen, "continual-gain/earned", perStep(liveEarnings.subList(0, both)) - perStep(frozenEarnings.subList(0, both)));
        }
    }

    /** Averaged at each step over the tasks tested there. */
    private Curve differences() {
        Curve difference = new Curve();
        liveTests.forEach((on, tests) -> {
            List<Test> others = frozenTests.getOrDefault(on, List.of());
            for (int i = 0; i < Math.min(tests.size(), others.size()); i++) {
                difference.add(tests.get(i).step(), tests.get(i).score() - others.get(i).score());
            }
        });
        return difference;
    }

    private static double perStep(List<Event.Earned> stretches) {
        double total = 0;
        long steps = 0;
        for (Event.Earned stretch : stretches) {
            total += stretch.total();
            steps += stretch.steps();
        }
        return total / steps;
    }
}
