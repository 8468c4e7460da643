package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Agent;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;

/** Living in a world and learning from it. A frozen twin lives on in its own copy of the world, without learning. */
final class LifeLearning {
    private final Stage stage;
    private final Tasks tasks;
    private final Twinning twinning;
    private final Progress progress;
    private final Consumer<Event> events;

    LifeLearning(Stage stage, Tasks tasks, Twinning twinning, Progress progress, Consumer<Event> events) {
        this.stage = stage;
        this.tasks = tasks;
        this.twinning = twinning;
        this.progress = progress;
        this.events = events;
    }

    void carryOut(Phase.Learn phase, Experience.Life experience, Player player, List<Player> twinsBefore) {
        List<Player> twins = new ArrayList<>(twinsBefore);
        player.stopwatch().start();
        if (phase.begin() && !player.isFrozen()) {
            tasks.begin(player, phase);
        }
        Life life = life(phase, experience, player);
        List<Long> left = new ArrayList<>();
        twins.forEach(twin -> left.add(experience.budget().amount()));
        long remaining = experience.budget().amount();
        while (remaining > 0) {
            long nextTwin = twinning.nextAfter(player.step());
            remaining = live(player, life, experience, remaining, nextTwin);
            if (player.step() >= nextTwin) {
                twins.add(twinning.frozenTwin(player, nextTwin));
                left.add(remaining);
            }
        }
        if (phase.end() && !player.isFrozen()) {
            tasks.end(player, phase);
        }
        player.stopwatch().stop();
        for (int i = 0; i < twins.size(); i++) {
            Player twin = twins.get(i);
            live(twin, life(phase, experience, twin), experience, left.get(i), Long.MAX_VALUE);
        }
        if (phase.end() && !player.isFrozen()) {
            tasks.account(player, experience.task());
        }
    }

    /** The player's life in this environment, begun when it first comes here. */
    private Life life(Phase.Learn phase, Experience.Life experience, Player player) {
        Life life = player.lives().get(experience.environment());
        if (life == null) {
            life = new Life(player, player.living(Actor.Mode.EXPLORE, phase.cue()), stage.binding(experience.environment()), stage::world,
                    stage.streams(experience.environment()), false);
            player.lives().put(experience.environment(), life);
            life.start();
        }
        life.follow(player.living(Actor.Mode.EXPLORE, phase.cue()));
        return life;
    }

    /** Lives until the budget is spent or a step is reached; returns what is left of the budget. */
    private long live(Player player, Life life, Experience.Life experience, long budget, long untilStep) {
        boolean learns = !player.isFrozen() && player.learner() instanceof Agent;
        Stretch stretch = new Stretch(player.signature(), learns ? ((Agent) player.learner()).horizon() : 1);
        boolean inSteps = experience.budget().unit() == Budget.Unit.STEPS;
        Earnings earnings = life.earnings();
        int lanes = life.laneCount();
        long left = budget;
        while (left > 0 && player.step() < untilStep) {
            life.act();
            for (int lane = 0; lane < lanes; lane++) {
                StepBuffer step = life.present(lane);
                stretch.departs(lane, step, life.decision(lane));
                earnings.add(life.step(lane));
                stretch.arrives(lane, step);
            }
            player.advance(lanes);
            boolean full = stretch.advance();
            left -= inSteps ? lanes : 0;
            for (int lane = 0; lane < lanes; lane++) {
                if (life.present(lane).isLast()) {
                    events.accept(new Event.EpisodeEnded(player.role(), player.step(), experience.task(), life.total(lane), life.length(lane)));
                    progress.score(player.isFrozen() ? Double.NaN : life.total(lane));
                    life.nextEpisode(lane);
                    left -= inSteps ? 0 : 1;
                }
            }
            if (full || left <= 0 || player.step() >= untilStep) {
                if (learns) {
                    player.learn(stretch);
                }
                stretch.clear();
            }
            earnings.report(player, experience.task(), events);
            progress.advance(player.isFrozen() ? 0 : lanes);
        }
        return Math.max(0, left);
    }
}
