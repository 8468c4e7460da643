package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.thaw.api.Cue;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Experience;
import org.thaw.runtime.internal.checkpoint.RunState;

/** What one player answers to batches before it learns from them, told of every few batches. */
final class Answers {
    private final Player player;
    private final int task;
    private final Experience.TestFirst wanted;
    private final boolean categorical;
    private final List<Integer> targets = new ArrayList<>();
    private final List<Integer> predictions = new ArrayList<>();
    private long batches;
    private long size;
    private double sum;

    Answers(Player player, int task, Experience.TestFirst wanted) {
        this.player = player;
        this.task = task;
        this.wanted = wanted;
        this.categorical = player.signature().output() instanceof Space.Categorical;
    }

    Player player() {
        return player;
    }

    /** Answers a batch, without being shown its targets. */
    void ask(Tensor inputs, Tensor truth, Cue cue) {
        player.prepare();
        Tensor out = player.learner().predict(inputs, cue);
        if (categorical) {
            classes(out, truth.ints(), cue);
        } else {
            numbers(out.floats(), truth.floats());
        }
        size += inputs.rows();
        batches++;
    }

    private void classes(Tensor out, int[] truth, Cue cue) {
        for (int row = 0; row < truth.length; row++) {
            int answer = Examination.answer(out, row, cue);
            sum += answer == truth[row] ? 1 : 0;
            if (wanted.predictions()) {
                targets.add(truth[row]);
                predictions.add(answer);
            }
        }
    }

    private void numbers(float[] out, float[] truth) {
        for (int i = 0; i < truth.length; i++) {
            double error = (double) out[i] - truth[i];
            sum += error * error;
        }
    }

    /** Tells of what has gathered, if that is enough. */
    void tellIfDue(Consumer<Event> events) {
        if (batches >= wanted.every()) {
            tell(events);
        }
    }

    /** Tells of what has gathered, if anything. */
    void tell(Consumer<Event> events) {
        if (size > 0) {
            Map<String, Double> scores = categorical ? Map.of("accuracy", sum / size) : Map.of("mean-squared-error", sum / size / player.signature().output().size());
            events.accept(new Event.Predicted(player.role(), player.step(), task, size, scores, targets, predictions));
            restore(new RunState.OfAnswers(player.role(), 0, 0, 0, List.of(), List.of()));
        }
    }

    RunState.OfAnswers save() {
        return new RunState.OfAnswers(player.role(), batches, size, sum, List.copyOf(targets), List.copyOf(predictions));
    }

    void restore(RunState.OfAnswers saved) {
        batches = saved.batches();
        size = saved.size();
        sum = saved.sum();
        targets.clear();
        targets.addAll(saved.targets());
        predictions.clear();
        predictions.addAll(saved.predictions());
    }
}
