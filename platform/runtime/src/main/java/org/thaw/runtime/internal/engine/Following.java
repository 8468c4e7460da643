package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Policy;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.runtime.internal.checkpoint.RunState.Midway;
import org.thaw.runtime.internal.checkpoint.RunState.OfStay;
import org.thaw.runtime.internal.fault.Calls;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.recording.Recording;

/** Seeing another's life as if it were one's own: contexts grow, knowledge stays as it is. Twins follow too, one after the other. */
final class Following {
    private final Recordings recordings;
    private final Tasks tasks;
    private final Twinning twinning;
    private final Imitating imitating;
    private final Progress progress;
    private final Boundary boundary;

    Following(Recordings recordings, Tasks tasks, Twinning twinning, Imitating imitating, Progress progress, Boundary boundary) {
        this.recordings = recordings;
        this.tasks = tasks;
        this.twinning = twinning;
        this.imitating = imitating;
        this.progress = progress;
        this.boundary = boundary;
    }

    /**
     * @param from    where the phase stands; before its beginning as a rule
     * @param players finds a player by role
     */
    void carryOut(Phase.Learn phase, Experience.Following experience, Player player, Midway from, Function<String, Player> players) {
        int lanes = player.signature().lanes();
        if (lanes != 1) {
            throw new IllegalArgumentException("the plan lets the role \"" + player.role() + "\" follow the recording \"" + experience.recording() + "\", which is one life, but it leads " + lanes
                    + " at once; expected one lane");
        }
        try {
            Recording recording = recordings.open(experience.recording(), player);
            new Walk(phase, experience, player, recording).carryOut(from, players);
        } finally {
            recordings.leave();
        }
    }

    /** One phase of a player and its twins. */
    private final class Walk {
        private final Phase.Learn phase;
        private final Experience.Following experience;
        private final Player player;
        private final Recording recording;
        private final List<Follower> followers = new ArrayList<>();
        private final Supplier<Midway> midway = this::midway;
        private int current;

        Walk(Phase.Learn phase, Experience.Following experience, Player player, Recording recording) {
            this.phase = phase;
            this.experience = experience;
            this.player = player;
            this.recording = recording;
        }

        private Midway midway() {
            return new Midway(true, 0, current, followers.stream().map(each -> new OfStay(each.player.role(), each.met)).toList(), List.of(), 0);
        }

        void carryOut(Midway from, Function<String, Player> players) {
            if (from.inside()) {
                from.stays().forEach(stay -> followers.add(new Follower(this, players.apply(stay.role()), stay.left())));
                current = from.stay();
            } else {
                followers.add(new Follower(this, player, 0));
                addTwins(0);
                followers.stream().filter(each -> phase.begin() && learns(each)).forEach(this::begin);
            }
            for (; current < followers.size(); current++) {
                Follower each = followers.get(current);
                imitating.carryOut(each.player, phase.name(), midway);
                each.player.stopwatch().start();
                each.follow();
                if (phase.end() && learns(each)) {
                    boundary.beforeLongCall(each.player, midway);
                    tasks.end(each.player, phase);
                }
                each.player.stopwatch().stop();
            }
            if (phase.end()) {
                followers.stream().filter(this::learns).forEach(each -> tasks.account(each.player, experience.task()));
            }
        }

        private void begin(Follower each) {
            each.player.stopwatch().start();
            tasks.begin(each.player, phase);
            each.player.stopwatch().stop();
        }

        /** A frozen player of the plan goes from task to task as well; a frozen twin only follows. */
        private boolean learns(Follower each) {
            return each.player == player || !each.player.isFrozen();
        }

        /** Twins that were made meanwhile stand where their original does. */
        void addTwins(long position) {
            for (Player twin : twinning.of(player)) {
                if (followers.stream().noneMatch(each -> each.player == twin)) {
                    followers.add(new Follower(this, twin, position));
                }
            }
        }
    }

    /** One player's way along the recording. */
    private final class Follower {
        private final Walk walk;
        private final Player player;
        private final boolean original;
        private final Trail trail;
        private Policy policy;
        private Guard guard;
        private Calls.Call observing;
        private Optional<OwnStream> own = Optional.empty();
        private long nextTwin;
        /** How many steps it has seen, last ones included. */
        private long met;

        Follower(Walk walk, Player player, long position) {
            this.walk = walk;
            this.player = player;
            this.original = player == walk.player;
            this.trail = new Trail(walk.recording, player.signature(), walk.experience.budget());
            trail.skip(position);
            met = position;
        }

        /** Takes note of who the learner is. */
        private void look() {
            policy = player.living(Actor.Mode.EXPLORE, walk.phase.cue());
            guard = player.guard();
            observing = guard.call("observe");
            own = twinning.stream(player);
            own.ifPresent(OwnStream::live);
            nextTwin = twinning.nextStep(player);
        }

        void follow() {
            look();
            makeTwins();
            while (trail.next()) {
                // none before a last step: after it the player's step is the same, and what is made again by its number is made there
                if (!trail.step().isLast() && boundary.between(player, walk.midway)) {
                    look();
                    walk.addTwins(met);
                }
                observe(trail.step());
                met++;
                makeTwins();
            }
        }

        private void observe(StepBuffer step) {
            guard.enter(observing);
            try {
                policy.observe(step);
            } catch (Throwable e) {
                throw guard.fault("observe", e);
            }
            if (step.isLast()) {
                if (own.isPresent()) {
                    own.get().last(0, step);
                }
                progress.advance(0);
            } else {
                if (own.isPresent()) {
                    own.get().add(0, step, trail.decision());
                }
                player.follow(1);
                progress.advance(original ? 1 : 0);
            }
        }

        /** Those whose step has come. */
        private void makeTwins() {
            if (original && player.step() >= nextTwin) {
                twinning.makeDue(player);
                walk.addTwins(met);
                nextTwin = twinning.nextStep(player);
                own = twinning.stream(player);
            }
        }
    }
}
