package org.thaw.runtime.internal.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Sequences;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Phase;
import org.thaw.runtime.internal.checkpoint.RunState.Midway;
import org.thaw.runtime.internal.recording.Moment;
import org.thaw.runtime.internal.recording.Recording;
import org.thaw.runtime.internal.recording.WindowSampler;

/**
 * Lets an imitation twin become what it is, before it lives: it studies the life that its original had led when the twin was made, is frozen, and is shown the
 * last window of that life, so that its context is that of one who has lived it.
 */
final class Imitating {
    private final Imitations imitations;
    private final Map<String, Player> players;
    private final Twinning twinning;
    private final Recordings recordings;
    private final Tasks tasks;
    private final Progress progress;
    private final Boundary boundary;
    private final Consumer<Event> events;

    Imitating(Imitations imitations, Map<String, Player> players, Twinning twinning, Recordings recordings, Tasks tasks, Progress progress, Boundary boundary,
              Consumer<Event> events) {
        this.imitations = imitations;
        this.players = players;
        this.twinning = twinning;
        this.recordings = recordings;
        this.tasks = tasks;
        this.progress = progress;
        this.boundary = boundary;
        this.events = events;
    }

    /**
     * Nothing, if the player has nothing to study.
     *
     * @param phase  in which it lives
     * @param midway where that stands
     */
    void carryOut(Player twin, String phase, Supplier<Midway> midway) {
        imitations.of(twin).ifPresent(study -> carryOut(twin, study, phase, midway));
    }

    private void carryOut(Player twin, Imitations.Study study, String phase, Supplier<Midway> midway) {
        Player original = players.get(twin.origin());
        OwnStream stream = recordings.stream(original);
        try (Recording life = stream.until(study.life())) {
            progress.phase(phase + ", " + twin.role() + " studies");
            study(twin, study, life, midway);
            tasks.accountStudy(twin, new Event.Studied(twin.role(), twin.step(), phase, study.done(), study.steps()));
            imitations.over(twin);
            recall(twin, study.life(), life);
            progress.phase(phase);
        } finally {
            stream.leave();
        }
        twinning.studied(twin, original);
    }

    private void study(Player twin, Imitations.Study study, Recording life, Supplier<Midway> midway) {
        WindowSampler sampler = sampler(twin, study, life);
        RandomStream draws = twin.streams().get(Studying.WINDOWS);
        twin.stopwatch().start();
        while (study.done() < study.imitation().updates()) {
            if (boundary.betweenUpdates(twin, midway)) {
                sampler = sampler(twin, study, life);
                boundary.save(twin, midway); // no step tells where among the updates it was
            }
            Sequences windows = sampler.draw(draws);
            twin.learner().study(windows);
            long read = Studying.steps(windows);
            twin.countAgain(read);
            study.advance(read);
            progress.advance(Forecast.STUDY);
        }
        boundary.beforeLongCall(twin, midway);
        twin.stopwatch().stop();
    }

    private static WindowSampler sampler(Player twin, Imitations.Study study, Recording life) {
        GuardedLearner student = twin.learner();
        Phase.Material material = new Phase.Material(study.imitation().from(), 1, false);
        return new WindowSampler(List.of(life), material, student.window(), student.batch(), twin.signature().withLanes(1), 0);
    }

    /** Each lane sees the end of the life that it goes on with. */
    private static void recall(Player twin, Moment moment, Recording life) {
        Policy policy = twin.forget();
        int window = twin.learner().window();
        Decision decision = new Decision(twin.signature());
        for (int lane = 0; lane < moment.open().size(); lane++) {
            StepBuffer step = new StepBuffer(twin.signature(), lane);
            int its = moment.ofLane(lane);
            for (long at = Math.max(0, life.steps(its) - window); at < life.steps(its); at++) {
                life.read(its, at, step, decision);
                twin.guard().run("observe", () -> policy.observe(step));
            }
        }
    }
}
