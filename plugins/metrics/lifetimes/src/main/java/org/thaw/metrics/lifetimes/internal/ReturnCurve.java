package org.thaw.metrics.lifetimes.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.toolkit.events.FirstLearner;

/**
 * How a life went, per role. Series over world steps: {@code return-curve}, the undiscounted return of each episode lived, at its end;
 * {@code return-curve/evaluation}, the mean return of each evaluation on the task that the role began last (a twin that begins none: its
 * original), and where it was tested on several, {@code return-curve/evaluation/task-<n>} on each; {@code return-curve/reward}, the mean reward per step of each stretch of
 * life, for lives whose episodes are few or endless. Values at one step are averaged. {@code return-curve/episodes} is the return of each episode
 * lived over its number, from 1.
 *
 * <p>Numbers: {@code return-curve}, the mean return over the last tenth of the episodes lived (rounded up); {@code return-curve/evaluation}, the
 * mean return of the last evaluation; {@code return-curve/area}, the area under the curve of evaluations by the trapezoidal rule over the steps
 * between the first and the last of them, hence in units of the return; {@code return-curve/area-episodes}, the same under the returns lived over
 * episodes: their mean. Undefined where no episode ended or nothing was evaluated. A twin's curves hold what it lived itself: they
 * begin at the fork.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted. Other lifetimes of
 * the same learner are part of it.
 */
public final class ReturnCurve implements Metric {
    private static final int NONE = -1;
    private final FirstLearner first = new FirstLearner();
    private final Map<String, Life> lives = new LinkedHashMap<>();
    private final Map<String, Integer> begunLast = new HashMap<>();
    private final Map<String, String> originals = new HashMap<>();

    private ReturnCurve() {
    }

    private record Life(Curve returns, TreeMap<Integer, Curve> evaluations, Curve rewards, Episodes episodes) {
        Life() {
            this(new Curve(), new TreeMap<>(), new Curve(), new Episodes());
        }

        /** Evaluations on one task; on the only one, or the last by number, where no task is known to have begun. */
        Curve on(int task) {
            Curve last = evaluations.isEmpty() ? new Curve() : evaluations.lastEntry().getValue();
            return evaluations.getOrDefault(task, evaluations.size() <= 1 || task == NONE ? last : new Curve());
        }
    }

    @Override
    public void on(Event event) {
        if (!first.counts(event)) {
            return;
        }
        if (event instanceof Event.EpisodeEnded e) {
            life(e).returns.add(e.step(), e.total());
            life(e).episodes.add(e.total());
        } else if (event instanceof Event.Earned e && e.steps() > 0) {
            life(e).rewards.add(e.step(), e.total() / e.steps());
        } else if (event instanceof Event.Evaluated e && e.scores().containsKey("return")) {
            life(e).evaluations.computeIfAbsent(e.on(), on -> new Curve()).add(e.step(), e.scores().get("return"));
        } else if (event instanceof Event.TaskBegan e) {
            begunLast.put(e.role(), e.task());
        } else if (event instanceof Event.Forked e) {
            originals.put(e.as(), e.role());
        }
    }

    private Life life(Event event) {
        return lives.computeIfAbsent(event.role(), role -> new Life());
    }

    @Override
    public void report(Findings out) {
        lives.forEach((role, life) -> {
            Curve evaluations = life.on(begunLast(role));
            out.scalar(role, "return-curve", life.episodes.meanOfLastTenth());
            out.scalar(role, "return-curve/evaluation", evaluations.isEmpty() ? Double.NaN : evaluations.last());
            out.scalar(role, "return-curve/area", evaluations.meanHeight());
            out.scalar(role, "return-curve/area-episodes", life.episodes.mean());
            life.returns.report(role, "return-curve", out);
            life.episodes.report(role, "return-curve/episodes", out);
            evaluations.report(role, "return-curve/evaluation", out);
            if (life.evaluations.size() > 1) {
                life.evaluations.forEach((task, curve) -> curve.report(role, "return-curve/evaluation/task-" + task, out));
            }
            life.rewards.report(role, "return-curve/reward", out);
        });
    }

    private int begunLast(String role) {
        return begunLast.containsKey(role) || !originals.containsKey(role) ? begunLast.getOrDefault(role, NONE) : begunLast(originals.get(role));
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "return-curve", summary = "Returns over the steps of a life, lived and evaluated, and what they came to in the end.")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new ReturnCurve();
        }
    }
}
