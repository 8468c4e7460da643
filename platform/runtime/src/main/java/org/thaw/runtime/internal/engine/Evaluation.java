package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.thaw.api.learner.Policy;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.runtime.internal.fault.SetAsideException;
import org.thaw.runtime.internal.recording.Recording;
import org.thaw.runtime.internal.random.Streams;

/**
 * Tests players without letting them learn. Each evaluation draws its own random numbers, the same for a player and its twins; training is not
 * disturbed, as the positions of the streams are put back afterwards.
 */
final class Evaluation {
    private final Stage stage;
    private final Tasks tasks;
    private final Progress progress;
    private final Films films;
    private final Recordings recordings;
    private final Inspection inspection;
    private final Consumer<Event> events;
    private final Map<Integer, Double> latest = new TreeMap<>();
    private final List<Event> found = new ArrayList<>();
    private int number;

    Evaluation(Stage stage, Tasks tasks, Progress progress, Films films, Recordings recordings, Inspection inspection, Consumer<Event> events) {
        this.stage = stage;
        this.tasks = tasks;
        this.progress = progress;
        this.films = films;
        this.recordings = recordings;
        this.inspection = inspection;
        this.events = events;
    }

    /**
     * Tests a player and its twins, all under the same conditions. What was found is told when all are done, so that an evaluation that is set aside leaves no
     * trace.
     */
    void carryOut(Phase.Evaluate phase, List<Player> players) {
        number++;
        long done = progress.done();
        try {
            for (Player player : players) {
                test(phase, player, player == players.get(0));
            }
        } catch (SetAsideException e) {
            number--;
            found.clear();
            films.drop();
            progress.restore(done, progress.latestScore());
            throw e;
        }
        found.forEach(events);
        found.clear();
        films.keep();
    }

    private void test(Phase.Evaluate phase, Player player, boolean original) {
        Map<String, byte[]> positions = player.streams().save();
        player.streams().divert("evaluation/" + number);
        try {
            player.prepare();
            if (phase.experience() instanceof Experience.Examples examples) {
                examine(phase, examples, player, original);
            } else if (phase.experience() instanceof Experience.Life life) {
                live(phase, life, player, original);
            } else if (phase.experience() instanceof Experience.Following following) {
                follow(phase, following, player, original);
            }
        } finally {
            player.streams().restore(positions);
        }
    }

    private void examine(Phase.Evaluate phase, Experience.Examples experience, Player player, boolean original) {
        ExampleSet set = stage.examples(experience);
        int batch = experience.batch();
        Map<String, Double> scores = new Examination(set, player, phase.cue()).scores(batch, progress::breatheAside);
        if (original) {
            progress.advance(set.size());
            show(phase, scores.getOrDefault("accuracy", Double.NaN));
        }
        emit(phase, player, set.size(), scores);
        inspection.carryOut(player, set::first, found::add);
    }

    /** What is shown while it goes on: the mean of the latest accuracies on the tasks met so far. */
    private void show(Phase.Evaluate phase, double accuracy) {
        int on = phase.experience().task();
        if (on < tasks.ended(phase.role()) || on == tasks.during(phase.role())) {
            latest.put(on, accuracy);
            progress.score(latest.values().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
        }
    }

    private void live(Phase.Evaluate phase, Experience.Life experience, Player player, boolean original) {
        Streams streams = new Streams(stage.streams(experience.environment(), player.lifetime()), "evaluation/" + number);
        boolean hide = phase.rewards() == Phase.Rewards.HIDDEN;
        double total = 0;
        long steps = 0;
        long episodes = 0;
        Policy policy = policy(phase, player);
        try (Life life = new Life(player, policy, experience.environment(), stage, streams, hide)) {
            if (original) {
                films.film(player, life, experience);
            }
            life.start();
            Budget budget = experience.budget();
            double open = 0;
            Observed observed = new Observed(player.signature(), inspection.wanted(player));
            while ((budget.unit() == Budget.Unit.EPISODES ? episodes : steps) < budget.amount()) {
                for (int lane = 0; lane < life.laneCount(); lane++) {
                    observed.add(life.present(lane));
                }
                life.act();
                for (int lane = 0; lane < life.laneCount(); lane++) {
                    open += life.step(lane);
                    steps++;
                    if (life.present(lane).isLast()) {
                        total += life.total(lane);
                        episodes++;
                        life.nextEpisode(lane);
                    }
                }
                progress.breatheAside();
            }
            Map<String, Double> scores = new TreeMap<>();
            scores.put("reward-rate", open / steps);
            if (episodes > 0) {
                scores.put("return", total / episodes);
                scores.put("length", (double) steps / episodes);
            }
            if (original) {
                progress.score(scores.getOrDefault("return", Double.NaN));
                progress.advance(steps);
            }
            emit(phase, player, Math.max(episodes, 1), scores);
            inspection.carryOut(player, observed::first, found::add);
        }
    }

    private static Policy policy(Phase.Evaluate phase, Player player) {
        Policy policy = player.newPolicy(phase.mode(), phase.cue());
        return phase.context() == Phase.Context.COPY ? player.copyContext(policy) : policy;
    }

    private void follow(Phase.Evaluate phase, Experience.Following experience, Player player, boolean original) {
        try {
            Recording recording = recordings.open(experience.recording(), player);
            Observed observed = new Observed(player.signature(), inspection.wanted(player));
            Comparison comparison = new Comparison(new Trail(recording, player.signature(), experience.budget()), player, policy(phase, player),
                    phase.rewards() == Phase.Rewards.HIDDEN);
            comparison.carryOut(observed, progress::breatheAside);
            if (original) {
                progress.advance(comparison.steps());
            }
            emit(phase, player, comparison.steps(), comparison.scores());
            inspection.carryOut(player, observed::first, found::add);
        } finally {
            recordings.leave();
        }
    }

    private void emit(Phase.Evaluate phase, Player player, long size, Map<String, Double> scores) {
        found.add(new Event.Evaluated(player.role(), player.step(), phase.name(), tasks.ended(phase.role()), tasks.during(phase.role()), phase.experience().task(),
                size, scores));
    }

    int number() {
        return number;
    }

    Map<Integer, Double> latest() {
        return new TreeMap<>(latest);
    }

    void restore(int numberBefore, Map<Integer, Double> latestBefore) {
        number = numberBefore;
        latest.putAll(latestBefore);
    }
}
