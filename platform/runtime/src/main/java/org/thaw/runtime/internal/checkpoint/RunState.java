package org.thaw.runtime.internal.checkpoint;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.thaw.api.learner.Actor;
import org.thaw.api.protocol.Experience;

/**
 * Where a run stands between two steps: all of it that is not a plugin's own state. Together with that it is a checkpoint.
 *
 * @param configuration that of the run, to tell checkpoints of another run that had its folder
 * @param phase         the phase to begin, or that is under way, from 0
 * @param phaseEvents   how many events there were at the end of each phase before: a plan that reads outcomes is walked with what was known then
 * @param events        lines of the events file
 * @param eventFile     how much of it there was
 * @param timingFile    the same of the timings file
 * @param done          examples and steps, for progress
 * @param score         the latest, for progress
 * @param players       who plays, in the order of their making
 * @param evaluations   how many there were
 * @param latestScores  for progress, by task
 * @param swaps         how many of the swaps that the manifest lists were made
 * @param midway        where the phase stands
 */
public record RunState(String configuration, int phase, List<Long> phaseEvents, long events, Extent eventFile, Extent timingFile, long done, double score,
                       List<OfPlayer> players, Map<String, List<String>> twins, Map<String, Integer> twinsPassed, Map<String, OfTasks> tasks,
                       int evaluations, Map<Integer, Double> latestScores, int swaps, Midway midway) {
    public RunState {
        if (configuration == null || phaseEvents == null || players == null || twins == null || twinsPassed == null || tasks == null || latestScores == null
                || midway == null || eventFile == null || timingFile == null || phase < 0 || phaseEvents.size() != phase) {
            throw new IllegalArgumentException("expected the fields of a run's state, with an entry of phaseEvents for each phase before the present one");
        }
    }

    /**
     * What a file held from its beginning on.
     *
     * @param sum CRC-32C of those bytes
     */
    public record Extent(long bytes, long sum) {
        /** Nothing. */
        public static Extent none() {
            return new Extent(0, 0);
        }
    }

    /**
     * A plugin in exactly one version.
     *
     * @param with its configuration, complete
     */
    public record OfPlugin(String name, String id, String version, String sha256, JsonObject with) {
    }

    /**
     * A player.
     *
     * @param origin the role of the plan that it was copied from, or its own
     * @param state  the format of what its learner saved, {@code classifier:1}
     */
    public record OfPlayer(String role, String origin, OfPlugin plugin, String state, Map<String, String> streams, Map<Integer, Long> passes, long step, long samples,
                           String frozen, List<OfPolicy> living, List<OfLife> lives, Map<String, OfMean> measurements, long wallNanos, long cpuNanos) {
    }

    /** The policy of a present life: at most one. */
    public record OfPolicy(Actor.Mode mode, OfCue cue) {
    }

    /** What a learner is told. */
    public record OfCue(int task, List<Integer> classes) {
    }

    /** A life in one environment; the lists are by lane. */
    public record OfLife(String environment, Map<String, String> streams, List<Double> totals, List<Long> lengths, double earned, long earnedSince) {
    }

    /** Measured numbers that wait to be reported. */
    public record OfMean(double sum, int count) {
    }

    /** Where a role stands in its sequence of tasks. */
    public record OfTasks(int ended, int endedAsSelf, int during, OfCue cue, long samplesBefore, long updatesBefore, List<OfTask> seen) {
    }

    /** A task that has ended. */
    public record OfTask(Experience.Examples examples, OfCue cue) {
    }

    /**
     * Where a learning phase stands.
     *
     * @param inside whether it has begun
     * @param until  for examples: the number of batches at which it ends
     * @param stay   for lives: which of the stays is going on
     * @param stays  for lives: what is left of each one's budget
     * @param answers for examples that are answered before they are learned from: what was answered and not yet told of
     */
    public record Midway(boolean inside, long until, int stay, List<OfStay> stays, List<OfAnswers> answers) {
        public Midway {
            stays = stays == null ? List.of() : List.copyOf(stays);
            answers = answers == null ? List.of() : List.copyOf(answers);
        }

        /** Before the phase. */
        public static Midway before() {
            return new Midway(false, 0, 0, List.of(), List.of());
        }
    }

    /**
     * A player's latest answers.
     *
     * @param batches how many of them
     * @param sum     right ones, or squared errors
     */
    public record OfAnswers(String role, long batches, long size, double sum, List<Integer> targets, List<Integer> predictions) {
    }

    /** A player's stay in a world. */
    public record OfStay(String role, long left) {
    }
}
