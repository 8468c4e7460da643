package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.thaw.api.Cue;
import org.thaw.api.StateKind;
import org.thaw.api.environment.Data;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.runtime.internal.checkpoint.Cues;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.state.Fingerprint;

/** Where each role stands in its sequence of tasks, and what it may be shown when one ends. */
final class Tasks {
    private static final int BETWEEN = -1;

    private static final class Standing {
        private int ended;
        private int endedAsSelf;
        private int during = BETWEEN;
        private Cue cue = Cue.none();
        private long samplesBefore;
        private long updatesBefore;
        private final List<Met> seen = new ArrayList<>();
    }

    /** A task of examples that has ended. */
    private record Met(Experience.Examples examples, Cue cue) {
    }

    private final Stage stage;
    private final Forecast forecast;
    private final Progress progress;
    private final Consumer<Event> events;
    private final Map<String, Standing> standings = new HashMap<>();

    Tasks(Stage stage, Forecast forecast, Progress progress, Consumer<Event> events) {
        this.stage = stage;
        this.forecast = forecast;
        this.progress = progress;
        this.events = events;
    }

    private Standing standing(String role) {
        return standings.computeIfAbsent(role, r -> new Standing());
    }

    /** How many tasks have ended. */
    int ended(String role) {
        return standing(role).ended;
    }

    /** The task going on, or −1 between tasks. */
    int during(String role) {
        return standing(role).during;
    }

    /** A copy starts where its original stands. */
    void copy(String role, String as) {
        Standing from = standing(role);
        Standing to = standing(as);
        to.ended = from.ended;
        to.during = from.during;
        to.cue = from.cue;
        to.seen.addAll(from.seen);
        to.samplesBefore = from.samplesBefore;
        to.updatesBefore = from.updatesBefore;
    }

    /** One that imitates another stands where that one does, and has cost nothing yet. */
    void imitate(String role, String as) {
        Standing from = standing(role);
        Standing to = standing(as);
        to.ended = from.ended;
        to.during = from.during;
        to.cue = from.cue;
    }

    /** A copy that goes on with its original's phases has as many of the plan's tasks behind it. */
    void accompany(String role, String as) {
        standing(as).endedAsSelf = standing(role).endedAsSelf;
    }

    /** A learner that was made anew has no task behind it; but the plan has, so that what is yet to come stays the same. */
    void renew(Player player) {
        Standing fresh = new Standing();
        fresh.endedAsSelf = standing(player.role()).endedAsSelf;
        fresh.samplesBefore = player.samples();
        fresh.updatesBefore = player.learner().updates();
        standings.put(player.role(), fresh);
    }

    /** Nobody plays a role any more. But the plan has tasks of that name behind it, so that what is yet to come stays the same if the name is given again. */
    void leave(String role) {
        int ended = standing(role).endedAsSelf;
        standings.remove(role);
        if (ended > 0) {
            standing(role).endedAsSelf = ended;
        }
    }

    /** A role is no longer there. */
    void forget(String role) {
        standings.remove(role);
    }

    /** Says that a student has studied and what that cost, with what it takes to be ready for a test. */
    void accountStudy(Player player, Event.Studied studied) {
        player.prepare();
        player.flushMeasurements();
        events.accept(studied);
        spend(player, Math.max(standing(player.role()).during, 0));
    }

    /** The cue of the task going on. */
    Cue cue(String role) {
        return standing(role).cue;
    }

    /** A task begins; for a frozen player too, which is only not told. */
    void begin(Player player, Phase.Learn learn) {
        Standing standing = standing(player.role());
        standing.during = learn.experience().task();
        standing.cue = learn.cue();
        if (player.isFrozen()) {
            return;
        }
        standing.samplesBefore = player.samples();
        standing.updatesBefore = player.learner().updates();
        player.learner().begin(learn.cue());
        events.accept(new Event.TaskBegan(player.role(), player.step(), learn.experience().task()));
    }

    /** It ends. */
    void end(Player player, Phase.Learn learn) {
        Standing standing = standing(player.role());
        if (learn.experience() instanceof Experience.Examples examples) {
            standing.seen.add(new Met(examples, learn.cue()));
            standing.endedAsSelf++;
        }
        if (!player.isFrozen()) {
            player.learner().end(learn.cue(), data(player, learn, standing));
        }
        standing.during = BETWEEN;
        standing.ended++;
    }

    /** Another learner, with a count of updates of its own, goes on with the task. */
    void swapped(String role, long moreUpdates) {
        standing(role).updatesBefore += moreUpdates;
    }

    private SelectedData.Task task(Experience.Examples examples, Cue cue) {
        return new SelectedData.Task(stage.examples(examples), cue);
    }

    private Data data(Player player, Phase.Learn learn, Standing standing) {
        if (standing.seen.isEmpty()) {
            return new NoData(learn.cue());
        }
        Stream<SelectedData.Task> seen = standing.seen.stream().map(met -> task(met.examples(), met.cue()));
        List<SelectedData.Task> shown = switch (player.binding().plugin().privilege()) {
            case ALL_DATA -> Stream.concat(seen, toCome(learn.role(), standing)).toList();
            case SEEN_DATA -> seen.toList();
            case CURRENT_DATA, SIMULATOR -> seen.skip(standing.seen.size() - 1L).toList();
        };
        return new SelectedData(shown, learn.cue(), rows -> {
            progress.breathe(); // so that a learner that goes over much data can be stopped
            player.countAgain(rows);
        });
    }

    /** The role's tasks that are yet to end, as far as they can be foreseen. */
    private Stream<SelectedData.Task> toCome(String role, Standing standing) {
        return forecast.tasks().stream().filter(task -> task.role().equals(role)).skip(standing.endedAsSelf)
                .map(task -> task((Experience.Examples) task.experience(), task.cue()));
    }

    /** Says that the task is over and what it cost, with what it takes to be ready for a test. */
    void account(Player player, int task) {
        if (player.isFrozen()) {
            return;
        }
        player.prepare();
        player.flushMeasurements();
        events.accept(new Event.TaskEnded(player.role(), player.step(), task));
        spend(player, task);
    }

    /** At the end of a run: what was learned outside any task that ended, as where a plan knows no boundaries. */
    void accountRest(Player player) {
        Standing standing = standing(player.role());
        if (!player.isFrozen() && player.samples() > standing.samplesBefore) {
            spend(player, Math.max(standing.during, 0));
        }
    }

    private void spend(Player player, int task) {
        Fingerprint saved = player.fingerprint();
        Standing standing = standing(player.role());
        player.learner().computed(player.role(), player.step(), task).ifPresent(events);
        events.accept(new Event.Spent(player.role(), player.step(), task, player.samples() - standing.samplesBefore,
                player.learner().updates() - standing.updatesBefore, saved.bytes(StateKind.PARAMETER), saved.bytes(StateKind.MEMORY)));
        events.accept(player.stopwatch().read(player.role(), player.step(), task));
        standing.samplesBefore = player.samples();
        standing.updatesBefore = player.learner().updates();
    }

    Map<String, RunState.OfTasks> save() {
        Map<String, RunState.OfTasks> saved = new TreeMap<>();
        standings.forEach((role, s) -> saved.put(role, new RunState.OfTasks(s.ended, s.endedAsSelf, s.during, Cues.of(s.cue), s.samplesBefore, s.updatesBefore,
                s.seen.stream().map(met -> new RunState.OfTask(met.examples(), Cues.of(met.cue()))).toList())));
        return saved;
    }

    void restore(Map<String, RunState.OfTasks> saved) {
        saved.forEach((role, from) -> {
            Standing to = standing(role);
            to.ended = from.ended();
            to.endedAsSelf = from.endedAsSelf();
            to.during = from.during();
            to.cue = Cues.read(from.cue());
            to.samplesBefore = from.samplesBefore();
            to.updatesBefore = from.updatesBefore();
            from.seen().forEach(task -> to.seen.add(new Met(task.examples(), Cues.read(task.cue()))));
        });
    }
}
