package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.thaw.api.learner.Actor;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.runtime.internal.checkpoint.RunState.Midway;
import org.thaw.runtime.internal.checkpoint.RunState.OfStay;
import org.thaw.runtime.internal.recording.Recorder;

/**
 * Living in a world and learning from it. Twins live on in their own copies of the world, one after the other: the frozen ones without learning, and those that
 * imitate once they have studied.
 */
final class LifeLearning {
    private final Stage stage;
    private final Tasks tasks;
    private final Twinning twinning;
    private final Imitating imitating;
    private final Progress progress;
    private final Boundary boundary;
    private final Recordings recordings;
    private final Consumer<Event> events;

    LifeLearning(Stage stage, Tasks tasks, Twinning twinning, Imitating imitating, Progress progress, Boundary boundary, Recordings recordings,
                 Consumer<Event> events) {
        this.stage = stage;
        this.tasks = tasks;
        this.twinning = twinning;
        this.imitating = imitating;
        this.progress = progress;
        this.boundary = boundary;
        this.recordings = recordings;
        this.events = events;
    }

    /**
     * @param recording the name under which the player's life is kept, if it is
     * @param from      where the phase stands; before its beginning as a rule
     * @param players   finds a player by role
     */
    void carryOut(Phase.Learn phase, Experience.Life experience, Optional<String> recording, Player player, Midway from, Function<String, Player> players) {
        Sojourn sojourn = new Sojourn(phase, experience, recording, player);
        if (from.inside()) {
            sojourn.goOn(from, players);
        } else {
            sojourn.begin();
        }
        sojourn.carryOut();
    }

    /** One phase of the lives of a player and its twins. */
    private final class Sojourn {
        private final Phase.Learn phase;
        private final Experience.Life experience;
        private final Optional<String> recording;
        private final Player player;
        private final List<Stay> stays = new ArrayList<>();
        private final Supplier<Midway> midway = this::midway;
        private int current;

        Sojourn(Phase.Learn phase, Experience.Life experience, Optional<String> recording, Player player) {
            this.phase = phase;
            this.experience = experience;
            this.recording = recording;
            this.player = player;
        }

        void begin() {
            stays.add(new Stay(this, player, experience.budget().amount()));
            twinning.of(player).forEach(twin -> stays.add(new Stay(this, twin, experience.budget().amount())));
            if (phase.begin()) {
                for (Stay stay : stays) {
                    stay.player.stopwatch().start();
                    if (stay.player == player || !stay.player.isFrozen()) {
                        tasks.begin(stay.player, phase);
                    }
                    stay.arrive();
                    stay.player.stopwatch().stop();
                }
            }
        }

        void goOn(Midway from, Function<String, Player> players) {
            from.stays().forEach(stay -> stays.add(new Stay(this, players.apply(stay.role()), stay.left())));
            current = from.stay();
        }

        private Midway midway() {
            return new Midway(true, 0, current, stays.stream().map(stay -> new OfStay(stay.player.role(), stay.left)).toList(), List.of(), 0);
        }

        void carryOut() {
            for (; current < stays.size(); current++) {
                Stay stay = stays.get(current);
                imitating.carryOut(stay.player, phase.name(), midway);
                stay.player.stopwatch().start();
                stay.live();
                if (phase.end() && learns(stay)) {
                    boundary.beforeLongCall(stay.player, midway);
                    tasks.end(stay.player, phase);
                }
                stay.player.stopwatch().stop();
            }
            if (phase.end()) {
                stays.stream().filter(this::learns).forEach(stay -> tasks.account(stay.player, experience.task()));
            }
        }

        /** A frozen player of the plan goes from task to task as well; a frozen twin only lives. */
        private boolean learns(Stay stay) {
            return stay.player == player || !stay.player.isFrozen();
        }

        /** Twins that were made meanwhile have before them what is left of their original's stay. */
        void addTwins(long left) {
            for (Player twin : twinning.of(player)) {
                if (stays.stream().noneMatch(stay -> stay.player == twin)) {
                    stays.add(new Stay(this, twin, left));
                }
            }
        }
    }

    /** One player's part of it. */
    private final class Stay {
        private final Sojourn sojourn;
        private final Player player;
        private final int task;
        private final boolean original;
        private final boolean inSteps;
        private long left;
        private long nextTwin;
        private boolean learns;
        private Life life;
        private Stretch stretch;
        private Recorder recorder;
        private OwnStream own;
        private Filming.Place place = Filming.Place.NOWHERE;

        Stay(Sojourn sojourn, Player player, long left) {
            this.sojourn = sojourn;
            this.player = player;
            this.left = left;
            this.task = sojourn.experience.task();
            this.original = player == sojourn.player;
            this.inSteps = sojourn.experience.budget().unit() == Budget.Unit.STEPS;
        }

        /** It may have been elsewhere since it was last here. */
        private void arrive() {
            Optional.ofNullable(player.lives().get(sojourn.experience.environment())).ifPresent(known -> known.earnings().begin(player.step()));
        }

        /** Takes note of who the learner is. */
        private void look() {
            life = life();
            place = new Filming.Place(original && player.role().equals(player.origin()) ? Optional.of(life) : Optional.empty(), task);
            learns = !player.isFrozen() && player.learner().isAgent();
            stretch = new Stretch(player.signature(), learns ? player.learner().horizon() : 1);
            nextTwin = twinning.nextStep(player);
            own = twinning.stream(player).orElse(null);
            if (own != null) {
                own.live();
            }
        }

        /** Goes on with the life that is kept, or begins it. */
        private void record(String name) {
            recorder = recordings.recorder(name, player);
            if (recorder.lanes() == 0) {
                recorder.begin(life.laneCount());
            }
        }

        /** The player's life in this environment, begun when it first comes here. */
        private Life life() {
            String environment = sojourn.experience.environment();
            Life known = player.lives().get(environment);
            if (known == null) {
                known = new Life(player, player.living(Actor.Mode.EXPLORE, sojourn.phase.cue()), environment, stage, stage.streams(environment, player.lifetime()), false);
                player.lives().put(environment, known);
                known.start();
            }
            known.follow(player.living(Actor.Mode.EXPLORE, sojourn.phase.cue()));
            return known;
        }

        /** Goes on until nothing is left of the budget. */
        void live() {
            look();
            if (original && left > 0) {
                sojourn.recording.ifPresent(this::record);
            }
            makeTwins();
            while (left > 0) {
                if (stretch.length() == 0 && boundary.between(player, sojourn.midway, place)) {
                    look();
                    sojourn.addTwins(left);
                }
                step();
                makeTwins();
            }
            life.endFilm();
            if (recorder != null) {
                recorder.end();
            }
        }

        /** Those whose step has come. */
        private void makeTwins() {
            if (original && player.step() >= nextTwin) {
                twinning.makeDue(player);
                sojourn.addTwins(left);
                nextTwin = twinning.nextStep(player);
                own = twinning.stream(player).orElse(null);
            }
        }

        private void step() {
            int lanes = life.laneCount();
            life.act();
            for (int lane = 0; lane < lanes; lane++) {
                step(lane);
            }
            player.advance(lanes);
            int ended = ended(lanes);
            left = Math.max(0, left - (inSteps ? lanes : ended));
            if (left == 0 && sojourn.phase.end()) {
                endTask(lanes);
            }
            boolean full = stretch.advance();
            for (int lane = 0; lane < lanes; lane++) {
                if (life.present(lane).isLast()) {
                    keepLast(lane);
                    life.nextEpisode(lane);
                }
            }
            if (full || left == 0) {
                if (learns) {
                    player.learner().learn(stretch);
                }
                stretch.clear();
            }
            if (own != null) {
                own.lived(lanes);
            }
            life.earnings().report(player, task, left == 0 && sojourn.phase.end(), events);
            progress.advance(original ? lanes : 0);
        }

        private void step(int lane) {
            var step = life.present(lane);
            keep(lane);
            if (learns) {
                stretch.departs(lane, step, life.decision(lane));
            }
            life.earnings().add(life.step(lane));
            if (learns) {
                stretch.arrives(lane, step);
            }
        }

        private void keep(int lane) {
            if (recorder != null) {
                recorder.add(lane, life.present(lane), life.decision(lane));
            }
            if (own != null) {
                own.add(lane, life.present(lane), life.decision(lane));
            }
        }

        private void keepLast(int lane) {
            if (recorder != null) {
                recorder.last(lane, life.present(lane));
            }
            if (own != null) {
                own.last(lane, life.present(lane));
            }
        }

        /** Tells of the episodes that are over, and returns how many. */
        private int ended(int lanes) {
            int count = 0;
            for (int lane = 0; lane < lanes; lane++) {
                if (life.present(lane).isLast()) {
                    events.accept(new Event.EpisodeEnded(player.role(), player.step(), task, life.total(lane), life.length(lane)));
                    if (original) {
                        progress.score(life.total(lane));
                    }
                    count++;
                }
            }
            return count;
        }

        /** No episode goes on after its task: the learner may be in another world by then. Those that are broken off are not told of. */
        private void endTask(int lanes) {
            for (int lane = 0; lane < lanes; lane++) {
                if (!life.present(lane).isLast()) {
                    life.cutOff(lane);
                    if (learns) {
                        stretch.arrives(lane, life.present(lane));
                    }
                }
            }
        }
    }
}
