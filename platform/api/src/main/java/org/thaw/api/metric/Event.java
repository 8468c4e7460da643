package org.thaw.api.metric;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What happens in a run, in order; the content of its {@code metrics.jsonl}. Everything else (metrics, curves, reports) is computed from
 * these and can be computed again. {@code step} counts the examples or world steps of the learning phases so far; a frozen twin's goes on
 * with its original's, so that their curves share an axis.
 */
public sealed interface Event {
    /** Who it happened to: {@code learner}, or a twin as {@code learner/frozen@1}. */
    String role();

    /** When, in examples or world steps of learning phases. */
    long step();

    /** A task begins; {@code task} is the protocol's number for it. */
    record TaskBegan(String role, long step, int task) implements Event {
    }

    /** A task has ended and the learner's {@code end} is done. */
    record TaskEnded(String role, long step, int task) implements Event {
    }

    /**
     * An evaluation is done.
     *
     * @param phase  the phase's name
     * @param after  how many tasks had ended before it
     * @param during the task going on, or −1 between tasks
     * @param on     the task tested on
     * @param size   how many examples or episodes were tested
     * @param scores {@code accuracy} and {@code loss}; {@code return} and {@code length}; sorted by name
     */
    record Evaluated(String role, long step, String phase, int after, int during, int on, long size, Map<String, Double> scores) implements Event {
        public Evaluated {
            scores = Collections.unmodifiableSortedMap(new TreeMap<>(Objects.requireNonNull(scores, "scores")));
        }

        /**
         * Whether the role had met the task that it was tested on.
         *
         * @param begun the tasks that it has begun itself; empty for a twin, which begins none: it has met those that had begun in its original's life
         */
        public boolean onMet(Set<Integer> begun) {
            return begun.isEmpty() ? on < Math.max(after, during + 1) : begun.contains(on);
        }
    }

    /**
     * What a role answered to examples before it learned from them (test-then-train), over the latest of them. No stretch crosses phases.
     *
     * @param step        after the last of them
     * @param size        how many there were
     * @param scores      {@code accuracy}, or {@code mean-squared-error}; sorted by name
     * @param targets     their classes, in order; empty unless the plan asks for predictions
     * @param predictions the classes answered, in the same order; empty likewise
     */
    record Predicted(String role, long step, int task, long size, Map<String, Double> scores, List<Integer> targets, List<Integer> predictions) implements Event {
        public Predicted {
            scores = Collections.unmodifiableSortedMap(new TreeMap<>(Objects.requireNonNull(scores, "scores")));
            targets = List.copyOf(targets);
            predictions = List.copyOf(predictions);
            if (targets.size() != predictions.size()) {
                throw new IllegalArgumentException(targets.size() + " targets but " + predictions.size() + " predictions");
            }
        }
    }

    /** An episode of a life is over: its undiscounted return and number of steps. Episodes of evaluations are not listed one by one. */
    record EpisodeEnded(String role, long step, int task, double total, long length) implements Event {
    }

    /** The rewards of a stretch of life: their sum over the latest {@code steps} steps, up to {@code step}. Regular, whatever the episodes. */
    record Earned(String role, long step, int task, long steps, double total) implements Event {
    }

    /** A number that the learner recorded itself: the mean since the last such event. */
    record Measured(String role, long step, String name, double value) implements Event {
    }

    /**
     * What a task cost so far.
     *
     * @param samples        examples or world steps learned from, repeated reading of data included
     * @param updates        how often the knowledge changed, see {@link org.thaw.api.learner.Learner#updates()}
     * @param parameterBytes bytes of saved parameters
     * @param memoryBytes    bytes of saved memory
     */
    record Spent(String role, long step, int task, long samples, long updates, long parameterBytes, long memoryBytes) implements Event {
    }

    /**
     * What the role's learner computes, told before each {@link Spent}; of learners that can tell ({@link org.thaw.api.learner.Costed}) only.
     *
     * @param flopsPerDecision floating-point operations of one decision
     * @param flopsPerUpdate   floating-point operations of one step of the optimiser
     */
    record Computed(String role, long step, int task, long flopsPerDecision, long flopsPerUpdate) implements Event {
    }

    /** Clock readings of a task; kept apart, in {@code timing.jsonl}, since they differ from run to run. */
    record Timed(String role, long step, int task, double wallSeconds, double cpuSeconds, long peakHeapBytes) implements Event {
    }

    /** A copy was made, or a student that has the role's place in copies of its worlds and imitates it. */
    record Forked(String role, long step, String as) implements Event {
    }

    /** Another lifetime began: context and worlds are fresh, and with {@code knowledge} so is the learner. */
    record Renewed(String role, long step, long lifetime, boolean knowledge) implements Event {
    }

    /**
     * A student has studied recordings.
     *
     * @param updates how many batches of windows
     * @param steps   how many recorded steps those held
     */
    record Studied(String role, long step, String phase, long updates, long steps) implements Event {
    }

    /** The role does not learn from here on. */
    record Frozen(String role, long step) implements Event {
    }

    /** Another learner took the role's place; {@code from} and {@code to} as {@code id@version sha256}. */
    record Swapped(String role, long step, String from, String to, boolean carried) implements Event {
    }
}
