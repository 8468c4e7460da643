package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.thaw.api.RandomStream;
import org.thaw.api.learner.Sequences;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Phase;
import org.thaw.runtime.internal.checkpoint.RunState.Midway;
import org.thaw.runtime.internal.recording.Recording;
import org.thaw.runtime.internal.recording.WindowSampler;

/** Studying recordings: batches of windows, drawn at random. */
final class Studying {
    /** The stream that windows are drawn from: the role's, under a name that is no plugin's. */
    static final String WINDOWS = "host:windows";
    private static final String ORDER = "host:order";

    private final Recordings recordings;
    private final Tasks tasks;
    private final Progress progress;
    private final Boundary boundary;
    private final Consumer<Event> events;

    Studying(Recordings recordings, Tasks tasks, Progress progress, Boundary boundary, Consumer<Event> events) {
        this.recordings = recordings;
        this.tasks = tasks;
        this.progress = progress;
        this.boundary = boundary;
        this.events = events;
    }

    /** How many steps a batch of windows has. */
    static long steps(Sequences windows) {
        long steps = 0;
        for (int i = 0; i < windows.count(); i++) {
            steps += windows.length(i);
        }
        return steps;
    }

    /** @param from where the phase stands; before its beginning as a rule */
    void carryOut(Phase.Study phase, Player player, Midway from) {
        if (player.isFrozen()) {
            throw new IllegalArgumentException("the plan lets the role \"" + player.role() + "\" study, but it is frozen; what shall learn from recordings studies before it is frozen, or is made"
                    + " anew");
        }
        if (!player.learner().isStudent()) {
            throw new IllegalArgumentException("the plan lets the role \"" + player.role() + "\" study, but its " + player.binding().plugin().label()
                    + " is not a student; expected one that studies recordings");
        }
        List<Recording> material = new ArrayList<>();
        try {
            for (String name : phase.recordings()) {
                material.add(recordings.open(name, player));
            }
            new Lesson(phase, player, material, from).carryOut();
        } finally {
            recordings.leave();
        }
    }

    /** The updates of one phase. */
    private final class Lesson {
        private final Phase.Study phase;
        private final Player player;
        private final List<Recording> material;
        private final Supplier<Midway> midway = this::midway;
        private long done;
        private long steps;

        Lesson(Phase.Study phase, Player player, List<Recording> material, Midway from) {
            this.phase = phase;
            this.player = player;
            this.material = material;
            this.done = from.until();
            this.steps = from.studied();
        }

        private Midway midway() {
            return new Midway(true, done, 0, List.of(), List.of(), steps);
        }

        private WindowSampler sampler() {
            GuardedLearner student = player.learner();
            long order = player.streams().get(ORDER, 0).nextLong();
            return new WindowSampler(material, phase.material(), student.window(), student.batch(), player.signature().withLanes(1), order);
        }

        private void checkNotEmpty(WindowSampler sampler) {
            if (sampler.windows() == 0) {
                long longest = material.stream().flatMapToLong(each -> IntStream.range(0, each.lives()).mapToLong(each::steps)).max().orElse(0);
                throw new IllegalArgumentException("the plan lets the role \"" + player.role() + "\" study the recordings " + phase.recordings() + " from " + phase.material().from() + " to "
                        + phase.material().to() + " of each life, but no life has a step there: the longest has " + longest + " in all; expected a wider range, or longer lives");
            }
        }

        void carryOut() {
            WindowSampler sampler = sampler();
            checkNotEmpty(sampler);
            progress.phase(phase.name() + " " + player.role()); // of all phases of one name this one takes the time
            RandomStream draws = player.streams().get(WINDOWS);
            player.stopwatch().start();
            while (done < phase.updates()) {
                if (boundary.betweenUpdates(player, midway)) {
                    sampler = sampler();
                    boundary.save(player, midway); // no step tells where among the updates it was
                }
                Sequences windows = sampler.draw(draws);
                player.learner().study(windows);
                long read = steps(windows);
                steps += read;
                player.countAgain(read);
                done++;
                progress.advance(Forecast.STUDY);
            }
            boundary.beforeLongCall(player, midway);
            player.stopwatch().stop();
            tasks.accountStudy(player, new Event.Studied(player.role(), player.step(), phase.name(), done, steps));
        }
    }
}
