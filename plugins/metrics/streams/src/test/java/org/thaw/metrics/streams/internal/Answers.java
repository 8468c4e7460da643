package org.thaw.metrics.streams.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Metric;
import org.thaw.tck.host.Found;

/** The events of a stream, told to a metric. */
final class Answers {
    private final List<Event> events = new ArrayList<>();
    private long step;

    /** A stretch of the learner's answers, as digits: its targets and its predictions. */
    Answers on(int task, String targets, String predictions) {
        step += targets.length();
        return by("learner", task, targets, predictions);
    }

    /** The same stretch, answered by another role. */
    Answers by(String role, int task, String targets, String predictions) {
        List<Integer> t = targets.chars().map(c -> c - '0').boxed().toList();
        List<Integer> p = predictions.chars().map(c -> c - '0').boxed().toList();
        double accuracy = (double) IntStream.range(0, t.size()).filter(i -> t.get(i).equals(p.get(i))).count() / t.size();
        events.add(new Event.Predicted(role, step, task, t.size(), Map.of("accuracy", accuracy), t, p));
        return this;
    }

    /** A stretch of which only the score is told. */
    Answers scored(long size, String score, double value) {
        step += size;
        events.add(new Event.Predicted("learner", step, 0, size, Map.of(score, value), List.of(), List.of()));
        return this;
    }

    Answers forked(String as) {
        events.add(new Event.Forked("learner", step, as));
        return this;
    }

    /** The learner is made anew, under the same name. */
    Answers renewed() {
        events.add(new Event.Renewed("learner", step, 1, true));
        return this;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    Found toldTo(Metric metric) {
        events.forEach(metric::on);
        return Found.by(metric);
    }
}
