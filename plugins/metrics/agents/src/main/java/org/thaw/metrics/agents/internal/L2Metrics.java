package org.thaw.metrics.agents.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;

/**
 * L2Metrics, the measures of lifelong learning of DARPA's L2M program (New, Baker et al. 2023; the program {@code l2metrics} of the Johns Hopkins University
 * Applied Physics Laboratory, version 3.1.0). Episodes are experiences, returns performance; training is smoothed, each task's
 * values clamped to their 10th to 90th percentile and scaled from 1 to 101, together with the expert's ({@link Scenario}), as the program's documentation of
 * preprocessing says: all its defaults, but for the clamping, which the program does only when told to. The formulas are in {@link Lifelong}.
 *
 * <p>Reported for each learner, as the mean over runs of the mean over tasks: {@code l2metrics/maintenance} (PM), {@code l2metrics/forward-transfer} and {@code
 * l2metrics/backward-transfer} (FT, BT by contrast; {@code …/ratio} besides; mean over pairs of tasks), {@code l2metrics/recovery} (PR), and where there
 * is an expert {@code l2metrics/relative-performance} (RP) and {@code l2metrics/sample-efficiency} (SE). Where there are several environments, the
 * environment's name follows.
 *
 * <p>The expert is a learner of the experiment that learns each task alone, all of whose runs in the environment count, or, when its name begins with a slash, a
 * copy within the same run: {@code /fresh} is the role {@code learner/fresh}.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
public final class L2Metrics implements Summary {
    private static final String LEARNER = "learner";
    private final String expert;
    private final Map<String, List<Entry>> byEnvironment = new TreeMap<>();

    /** The expert. */
    public record Config(
            @Parameter(value = "the single-task expert: a learner's name in the experiment, or /fresh, a copy within the same run that has learned nothing; none: no comparison",
                    byDefault = "none") String expert) {
    }

    private record Entry(String learner, List<Block> blocks, List<Block> copy) {
    }

    private L2Metrics(String expert) {
        this.expert = expert;
    }

    @Override
    public void on(RunView run) {
        List<Block> copy = expert.startsWith("/") ? Blocks.of(run.events(), LEARNER + expert) : List.of();
        byEnvironment.computeIfAbsent(run.environment(), environment -> new ArrayList<>()).add(new Entry(run.learner(), Blocks.of(run.events(), LEARNER), copy));
    }

    @Override
    public void report(Findings out) {
        byEnvironment.forEach((environment, entries) -> {
            Map<String, Map<String, List<Double>>> byLearner = new LinkedHashMap<>();
            for (Entry entry : entries) {
                if (!entry.learner().equals(expert) && entry.blocks().stream().anyMatch(Block::training)) {
                    List<List<Block>> experts = expert.startsWith("/") ? List.of(entry.copy())
                            : entries.stream().filter(other -> other.learner().equals(expert)).map(Entry::blocks).toList();
                    Map<String, List<Double>> values = byLearner.computeIfAbsent(entry.learner(), learner -> new LinkedHashMap<>());
                    measure(new Lifelong(new Scenario(entry.blocks(), byTask(experts)).prepared()))
                            .forEach((name, value) -> values.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
                }
            }
            String path = Places.path(byEnvironment.keySet(), environment);
            byLearner.forEach((learner, values) -> values.forEach((name, each) -> out.scalar(learner, "l2metrics/" + name + path, defined(each))));
        });
    }

    /** The training of each expert by its tasks. */
    private static Map<Integer, List<List<Block>>> byTask(List<List<Block>> experts) {
        Map<Integer, List<List<Block>>> byTask = new TreeMap<>();
        for (List<Block> blocks : experts) {
            List<Block> training = blocks.stream().filter(Block::training).toList();
            for (int task : new TreeSet<>(training.stream().map(Block::task).toList())) {
                byTask.computeIfAbsent(task, t -> new ArrayList<>()).add(training.stream().filter(block -> block.task() == task).toList());
            }
        }
        return byTask;
    }

    /** A run's values by name. */
    static Map<String, Double> measure(Lifelong run) {
        Map<String, Double> values = new LinkedHashMap<>();
        List<Integer> tasks = run.scenario().tasks();
        values.put("maintenance", defined(tasks.stream().map(run::maintenance).toList()));
        for (boolean forward : new boolean[] {true, false}) {
            String name = forward ? "forward-transfer" : "backward-transfer";
            values.put(name, Means.of(run.transfers(forward, Lifelong.Comparison.CONTRAST).values()));
            values.put(name + "/ratio", Means.of(run.transfers(forward, Lifelong.Comparison.RATIO).values()));
        }
        values.put("recovery", defined(tasks.stream().map(run::recovery).toList()));
        values.put("relative-performance", defined(tasks.stream().map(run::relative).toList()));
        values.put("sample-efficiency", defined(tasks.stream().map(run::efficiency).toList()));
        return values;
    }

    /** The mean of those values that are defined. */
    static double defined(List<Double> values) {
        return Means.of(values.stream().filter(Double::isFinite).toList());
    }

    /** Makes the summary. */
    @Plugin(kind = Plugin.Kind.SUMMARY, id = "l2metrics", summary = "Maintenance, transfer, recovery, and performance and efficiency against a single-task expert.",
            source = "New, Baker et al.: A domain-agnostic approach for characterization of lifelong learning systems, Neural Networks 160, 2023; l2metrics 3.1.0")
    public static final class Factory implements SummaryFactory<Config> {
        @Override
        public Summary create(Config configuration) {
            return new L2Metrics(configuration.expert());
        }
    }
}
