package org.thaw.runtime.internal.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Actor;
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

    void carryOut(Phase.Learn phase, Experience.Life experience, Player player) {
        Map<Player, Long> twins = new LinkedHashMap<>();
        twinning.of(player).forEach(twin -> twins.put(twin, experience.budget().amount()));
        player.stopwatch().start();
        if (phase.begin()) {
            tasks.begin(player, phase);
        }
        Stay stay = new Stay(phase, experience, player, true);
        while (stay.left > 0) {
            stay.live(twinning.nextStep(player));
            twinning.makeDue(player).forEach(twin -> twins.put(twin, stay.left));
        }
        if (phase.end()) {
            tasks.end(player, phase);
        }
        player.stopwatch().stop();
        twins.forEach((twin, budget) -> {
            Stay theirs = new Stay(phase, experience, twin, false);
            theirs.left = budget;
            theirs.live(Long.MAX_VALUE);
        });
        if (phase.end()) {
            tasks.account(player, experience.task());
        }
    }

    /** The player's life in this environment, begun when it first comes here. */
    private Life life(Phase.Learn phase, Experience.Life experience, Player player) {
        String environment = experience.environment();
        Life life = player.lives().get(environment);
        if (life == null) {
            life = new Life(player, player.living(Actor.Mode.EXPLORE, phase.cue()), environment, stage, stage.streams(environment), false);
            player.lives().put(environment, life);
            life.start();
        }
        life.follow(player.living(Actor.Mode.EXPLORE, phase.cue()));
        return life;
    }

    /** One phase of one player's life. */
    private final class Stay {
        private final Player player;
        private final int task;
        private final boolean original;
        private final boolean learns;
        private final boolean inSteps;
        private final Life life;
        private final Stretch stretch;
        private final Earnings earnings;
        private long left;

        Stay(Phase.Learn phase, Experience.Life experience, Player player, boolean original) {
            this.player = player;
            this.task = experience.task();
            this.original = original;
            this.inSteps = experience.budget().unit() == Budget.Unit.STEPS;
            this.left = experience.budget().amount();
            this.life = life(phase, experience, player);
            this.learns = !player.isFrozen() && player.isAgent();
            this.stretch = new Stretch(player.signature(), learns ? player.horizon() : 1);
            this.earnings = life.earnings();
        }

        /** Goes on until nothing is left of the budget, or the player has come to a step. What has gathered for learning waits for the next call. */
        void live(long untilStep) {
            int lanes = life.laneCount();
            while (left > 0 && player.step() < untilStep) {
                life.act();
                for (int lane = 0; lane < lanes; lane++) {
                    step(lane);
                }
                player.advance(lanes);
                boolean full = stretch.advance();
                left -= inSteps ? lanes : 0;
                for (int lane = 0; lane < lanes; lane++) {
                    if (life.present(lane).isLast()) {
                        endEpisode(lane);
                    }
                }
                if (full || left <= 0) {
                    if (learns) {
                        player.learn(stretch);
                    }
                    stretch.clear();
                }
                earnings.report(player, task, events);
                progress.advance(original ? lanes : 0);
            }
            left = Math.max(0, left);
        }

        private void step(int lane) {
            StepBuffer step = life.present(lane);
            if (learns) {
                stretch.departs(lane, step, life.decision(lane));
            }
            earnings.add(life.step(lane));
            if (learns) {
                stretch.arrives(lane, step);
            }
        }

        private void endEpisode(int lane) {
            events.accept(new Event.EpisodeEnded(player.role(), player.step(), task, life.total(lane), life.length(lane)));
            if (original) {
                progress.score(life.total(lane));
            }
            life.nextEpisode(lane);
            left -= inSteps ? 0 : 1;
        }
    }
}
