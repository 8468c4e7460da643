package org.thaw.metrics.agents.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thaw.api.metric.Event;
import org.thaw.toolkit.events.FirstLearner;

/**
 * Reads the blocks of one role off a run: each task's episodes are training, and each evaluation between tasks is a block of its own, its mean return
 * standing for each of its episodes. Evaluations while a task goes on are left out: they would cut training into pieces. What comes after the learner is
 * renewed with knowledge is left out, too: it is another learner's.
 */
final class Blocks {
    private final String role;
    private final FirstLearner first = new FirstLearner();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Double> training = new ArrayList<>();
    private int task = -1;
    private long experiences;

    private Blocks(String role) {
        this.role = role;
    }

    static List<Block> of(Iterable<Event> events, String role) {
        Blocks reading = new Blocks(role);
        events.forEach(reading::on);
        reading.close();
        return List.copyOf(reading.blocks);
    }

    private void on(Event event) {
        // copies are told apart by what happens to their originals, so it hears of all roles
        if (!first.counts(event) || !event.role().equals(role)) {
            return;
        }
        if (event instanceof Event.TaskBegan began) {
            close();
            task = began.task();
        } else if (event instanceof Event.TaskEnded) {
            close();
        } else if (event instanceof Event.EpisodeEnded ended && task >= 0) {
            training.add(ended.total());
        } else if (event instanceof Event.Evaluated e && e.during() < 0 && e.scores().containsKey("return")) {
            double[] values = new double[Math.toIntExact(Math.max(1, e.size()))];
            Arrays.fill(values, e.scores().get("return"));
            add(e.on(), false, values);
        }
    }

    private void close() {
        if (!training.isEmpty()) {
            add(task, true, training.stream().mapToDouble(Double::doubleValue).toArray());
        }
        training.clear();
        task = -1;
    }

    private void add(int of, boolean learned, double[] values) {
        blocks.add(new Block(of, learned, experiences, values));
        experiences += values.length;
    }
}
