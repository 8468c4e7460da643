package org.thaw.metrics.agents.internal;

import java.util.List;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * What Continual World asks of one run (Wołczyk et al. 2021, section 4.3). p<sub>i</sub> is the score on task i in evaluations, in the paper the rate of
 * success; its last 5 evaluations are averaged wherever one moment is meant.
 *
 * <ul>
 * <li>{@code continual-world/performance}: P = 1/N Σ<sub>i</sub> p<sub>i</sub>(T), at the end of the run.
 * <li>{@code continual-world/forgetting}: F = 1/N Σ<sub>i</sub> F<sub>i</sub> with F<sub>i</sub> = p<sub>i</sub>(end of its own training) −
 *     p<sub>i</sub>(T). Its series holds F<sub>i</sub> over the number of the task.
 * </ul>
 *
 * Where a task is trained on more than once, its own training is the last. Tasks that were never trained on do not count. Forward transfer needs other
 * runs: {@code continual-world-transfer}.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
public final class ContinualWorld implements Metric {
    private final Config config;
    private final Scale scale;
    private final Courses courses;

    /** Which score, and its scale. */
    public record Config(
            @Parameter(value = "score of evaluations", byDefault = "return") String score,
            @Parameter(value = "how many of the last evaluations are averaged", byDefault = "5", range = "[1,*)", source = "Wołczyk et al. 2021") int last,
            @Parameter(value = Scale.LOW, byDefault = "[]") List<Double> low,
            @Parameter(value = Scale.HIGH, byDefault = "[]") List<Double> high) {
    }

    private ContinualWorld(Config config) {
        this.config = config;
        this.courses = new Courses(config.score());
        this.scale = new Scale(config.low(), config.high());
    }

    @Override
    public void on(Event event) {
        courses.on(event);
    }

    @Override
    public void report(Findings out) {
        courses.forEach((role, course) -> {
            List<Integer> tasks = course.tasks();
            if (!tasks.isEmpty()) {
                double[] forgotten = tasks.stream().mapToDouble(task -> own(course, task) - end(course, task)).toArray();
                out.scalar(role, "continual-world/performance", Means.of(tasks.stream().mapToDouble(task -> end(course, task)).toArray()));
                out.scalar(role, "continual-world/forgetting", Means.of(forgotten));
                out.series(role, "continual-world/forgetting", tasks.stream().mapToDouble(Integer::doubleValue).toArray(), forgotten);
            }
        });
    }

    private double end(Course course, int task) {
        return scale.of(task, Means.ofLast(config.last(), course.scores(task, test -> true)));
    }

    private double own(Course course, int task) {
        int period = course.periods().lastIndexOf(task);
        return scale.of(task, Means.ofLast(config.last(), course.scores(task, test -> test.period() == period)));
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "continual-world", summary = "Performance at the end and forgetting, by evaluations on all tasks.",
            source = "Wołczyk et al.: Continual World, NeurIPS 2021, section 4.3")
    public static final class Factory implements MetricFactory<Config> {
        @Override
        public Metric create(Config configuration) {
            return new ContinualWorld(configuration);
        }
    }
}
