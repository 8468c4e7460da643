package org.thaw.runtime.internal.checkpoint;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.thaw.api.learner.Actor;
import org.thaw.api.protocol.Experience;
import org.thaw.runtime.internal.recording.Moment;

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
 * @param recordings    what was recorded by then
 * @param streams       what unfrozen students have met, to study it as they go on
 * @param studies       of imitation twins that are not frozen yet
 */
public record RunState(String configuration, int phase, List<Long> phaseEvents, long events, Extent eventFile, Extent timingFile, long done, double score,
                       List<OfPlayer> players, Map<String, List<String>> twins, Map<String, Integer> twinsPassed, Map<String, OfTasks> tasks,
                       int evaluations, Map<Integer, Double> latestScores, int swaps, Midway midway, List<OfRecording> recordings, List<OfStream> streams, List<OfStudy> studies) {
    public RunState {
        recordings = recordings == null ? List.of() : List.copyOf(recordings);
        streams = streams == null ? List.of() : List.copyOf(streams);
        studies = studies == null ? List.of() : List.copyOf(studies);
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
     * @param lifetime the number of its present lifetime
     * @param born   that in which its learner was made
     * @param draws  the role whose random streams its learner draws from: the origin's as a rule
     */
    public record OfPlayer(String role, String origin, OfPlugin plugin, String state, Map<String, String> streams, Map<Integer, Long> passes, long step, long samples,
                           String frozen, List<OfPolicy> living, List<OfLife> lives, Map<String, OfMean> measurements, long wallNanos, long cpuNanos, long lifetime, long born,
                           String draws) {
        public OfPlayer {
            draws = draws == null ? origin : draws;
        }
    }

    /** The policy of a present life: at most one. */
    public record OfPolicy(Actor.Mode mode, OfCue cue) {
    }

    /** What a learner is told. Checkpoints from before boundaries could be kept back lack the last, which then reads as false. */
    public record OfCue(int task, List<Integer> classes, boolean boundariesUntold) {
    }

    /** A life in one environment; the lists are by lane. */
    public record OfLife(String environment, Map<String, String> streams, List<Double> totals, List<Long> lengths, double earned, long earnedSince, long earnedUntil, int earnedIn) {
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
     * @param until  for examples: the number of batches at which it ends; for studying: how many updates are done
     * @param stay   for lives, also those that are followed: which of the stays is going on
     * @param stays  for lives: what is left of each one's budget; for those that are followed: how many recorded steps each has behind it
     * @param answers for examples that are answered before they are learned from: what was answered and not yet told of
     * @param studied for studying: how many recorded steps that were
     */
    public record Midway(boolean inside, long until, int stay, List<OfStay> stays, List<OfAnswers> answers, long studied) {
        public Midway {
            stays = stays == null ? List.of() : List.copyOf(stays);
            answers = answers == null ? List.of() : List.copyOf(answers);
        }

        /** Before the phase. */
        public static Midway before() {
            return new Midway(false, 0, 0, List.of(), List.of(), 0);
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

    /** A recording of the plan, by its name. Lives that were open go on. */
    public record OfRecording(String name, Extent file) {
    }

    /**
     * What a student has met while it was not frozen.
     *
     * @param number    from 0: each time that its learner was made anew it began another
     * @param over      whether nothing is added any more
     * @param unstudied steps lived since it last studied
     */
    public record OfStream(String role, int number, boolean over, Extent file, long unstudied) {
    }

    /**
     * How far an imitation twin has got with the life of its original.
     *
     * @param role  the twin's
     * @param kind  which of the experiment's imitations it is
     * @param life  what there was of that life when the twin was made
     * @param done  updates
     * @param steps recorded steps that those had
     */
    public record OfStudy(String role, String kind, Moment life, long done, long steps) {
    }

    /** A player's stay in a world. */
    public record OfStay(String role, long left) {
    }
}
