package org.thaw.runtime.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.thaw.runtime.internal.checkpoint.CheckpointFolder;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.checkpoint.RunState.Midway;

/** Writes down where a run stands. */
final class Checkpointing {
    private final CheckpointFolder folder;
    private final Duration after;
    private final String configuration;
    private final EventLog events;
    private final Progress progress;
    private final Map<String, Player> players;
    private final Twinning twinning;
    private final Tasks tasks;
    private final Evaluation evaluation;
    private final Recordings recordings;
    private final Journal journal;
    private final Requests requests;
    private final List<Long> phaseEvents = new ArrayList<>();
    private volatile long latest = System.nanoTime();

    Checkpointing(CheckpointFolder folder, Duration after, String configuration, EventLog events, Progress progress, Map<String, Player> players, Twinning twinning,
                  Tasks tasks, Evaluation evaluation, Recordings recordings, Journal journal, Requests requests) {
        this.folder = folder;
        this.after = after;
        this.configuration = configuration;
        this.events = events;
        this.progress = progress;
        this.players = players;
        this.twinning = twinning;
        this.tasks = tasks;
        this.evaluation = evaluation;
        this.recordings = recordings;
        this.journal = journal;
        this.requests = requests;
    }

    /** A phase is over. */
    void phaseDone() {
        phaseEvents.add(events.count());
    }

    /** The phases that were over at the checkpoint. */
    void restore(List<Long> phaseEventsBefore) {
        phaseEvents.addAll(phaseEventsBefore);
    }

    /** The time since the last checkpoint, or since the run was taken up. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - latest);
    }

    void writeIfOld(Supplier<Midway> midway) {
        if (age().compareTo(after) >= 0) {
            write(midway.get());
        }
    }

    void write(Midway midway) {
        progress.checkNotAbandoned();
        players.values().forEach(player -> player.checkFrozen("phase " + progress.phase()));
        events.force();
        RunState state = new RunState(configuration, phaseEvents.size(), List.copyOf(phaseEvents), events.count(), events.eventFile(), events.timingFile(),
                progress.done(), progress.latestScore(), players.values().stream().map(Player::state).toList(), twinning.saveTwins(), twinning.savePassed(), tasks.save(),
                evaluation.number(), evaluation.latest(), journal.made(), midway, recordings.saveRecordings(), recordings.saveStreams(),
                twinning.saveStudies());
        folder.write(state, out -> players.values().forEach(player -> player.save(out.in(CheckpointFolder.PLAYERS).in(player.role()))));
        latest = System.nanoTime();
        requests.takeDue(); // whatever made it due while it was written
    }
}
