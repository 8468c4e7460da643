package org.thaw.metrics.streams.internal;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.toolkit.events.FirstLearner;

/**
 * Squared error of answers given before learning, for real targets, in bins: one for each event (Dohare et al. 2024, slowly-changing regression: 20,000 examples). Reported: the
 * mean over the stream, the series over the examples met, the first bin as {@code online-error/first}, and as {@code online-error/last} the mean over the last bins, which together
 * hold the configured share of the examples.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
public final class OnlineError implements Metric {
    private final FirstLearner first = new FirstLearner();
    private final PerRole<List<Event.Predicted>> roles = new PerRole<>(ArrayList::new, ArrayList::new);
    private final double tail;

    /** What counts as the end. */
    public record Config(@Parameter(value = "share of the stream that counts as its end", byDefault = "0.2", range = "(0,1]", source = "Dohare et al. 2024: 200,000 of a million") double tail) {
    }

    private OnlineError(double tail) {
        this.tail = tail;
    }

    @Override
    public void on(Event event) {
        if (!first.counts(event)) {
            return;
        }
        if (event instanceof Event.Predicted bin && bin.scores().containsKey("mean-squared-error")) {
            roles.of(bin.role()).add(bin);
        } else if (event instanceof Event.Forked fork) {
            roles.forked(fork);
        }
    }

    @Override
    public void report(Findings out) {
        roles.forEach((role, bins) -> {
            if (!bins.isEmpty()) {
                long end = bins.get(bins.size() - 1).step();
                long start = bins.get(0).step() - bins.get(0).size();
                double from = end - tail * (end - start);
                out.scalar(role, "online-error", mean(bins));
                out.scalar(role, "online-error/first", error(bins.get(0)));
                out.scalar(role, "online-error/last", mean(bins.stream().filter(bin -> bin.step() - bin.size() >= from).toList()));
                out.series(role, "online-error", bins.stream().mapToDouble(Event.Predicted::step).toArray(), bins.stream().mapToDouble(OnlineError::error).toArray());
            }
        });
    }

    private static double mean(List<Event.Predicted> bins) {
        double sum = 0;
        long size = 0;
        for (Event.Predicted bin : bins) {
            sum += error(bin) * bin.size();
            size += bin.size();
        }
        return size == 0 ? Double.NaN : sum / size;
    }

    private static double error(Event.Predicted bin) {
        return bin.scores().get("mean-squared-error");
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "online-error", summary = "Squared error before learning: at the beginning, at the end, and over time.", source = "Dohare et al., Nature 632, 2024")
    public static final class Factory implements MetricFactory<Config> {
        @Override
        public Metric create(Config configuration) {
            return new OnlineError(configuration.tail());
        }
    }
}
