package org.thaw.api.protocol;

import java.util.List;
import java.util.Optional;
import org.thaw.api.metric.Event;

/** What a learner meets in a phase. */
public sealed interface Experience {
    /** The role of the environment. */
    String environment();

    /** The protocol's number for this task, from 0: the row and column of accuracy matrices. */
    int task();

    /** How long. */
    Budget budget();

    /** Which examples of a task. */
    enum Split {
        /** Those to learn from. */ TRAIN,
        /** Those held out. */ TEST
    }

    /** In which order a pass over examples goes. */
    enum Order {
        /** Shuffled anew in each pass. */ SHUFFLED,
        /** As the environment numbers them, portion after portion: for streams whose drift is in their order. */ GIVEN
    }

    /**
     * Test-then-train: each batch is answered before its targets arrive and it is learned from (Gama, Sebastião & Rodrigues 2013).
     *
     * @param delay       how many further batches are answered before the targets of one arrive, from 0; those outstanding arrive when the task ends
     * @param every       batches told of in each {@link Event.Predicted}, from 1; the last of a phase may tell of fewer
     * @param predictions whether the events list each class and prediction, not only scores; without effect for real targets
     */
    record TestFirst(long delay, long every, boolean predictions) {
        public TestFirst {
            if (delay < 0 || every < 1) {
                throw new IllegalArgumentException("delay " + delay + ", every " + every + ": expected 0 or more and 1 or more batches");
            }
        }
    }

    /**
     * Labelled examples in batches.
     *
     * @param portions  which ones
     * @param batch     examples in a batch; the last one of a pass may be smaller
     * @param budget    epochs or iterations; an evaluation takes one epoch in the given order
     * @param order     the order of each pass of learning
     * @param testFirst whether a learner answers each batch before it learns from it; for learning only
     */
    record Examples(String environment, int task, Split split, List<Portion> portions, int batch, Budget budget, Order order, Optional<TestFirst> testFirst)
            implements Experience {
        public Examples {
            portions = List.copyOf(portions);
            if (batch < 1 || portions.isEmpty()) {
                throw new IllegalArgumentException("expected a batch size from 1 and at least one portion");
            }
            if (budget.unit() != Budget.Unit.EPOCHS && budget.unit() != Budget.Unit.ITERATIONS) {
                throw new IllegalArgumentException("examples are budgeted in epochs or iterations, not " + budget.unit());
            }
        }

        /** Shuffled, and not tested first. */
        public Examples(String environment, int task, Split split, List<Portion> portions, int batch, Budget budget) {
            this(environment, task, split, portions, batch, budget, Order.SHUFFLED, Optional.empty());
        }
    }

    /**
     * Life in a world, one life per lane.
     *
     * @param budget steps or episodes
     */
    record Life(String environment, int task, Budget budget) implements Experience {
        public Life {
            if (budget.unit() != Budget.Unit.STEPS && budget.unit() != Budget.Unit.EPISODES) {
                throw new IllegalArgumentException("a life is budgeted in steps or episodes, not " + budget.unit());
            }
        }
    }

    /**
     * Another's life, step by step: an actor sees each step of a recording, says what it would have done, and goes where the recorded one went.
     * A learning phase that follows extends the context of a life, one lane only; an evaluation that follows compares the two. Its scores: {@code agreement} (share of steps with the same action), {@code log-likelihood} of the recorded
     * actions (natural, mean over steps) and {@code divergence} (Jensen and Shannon, base 2, mean over steps where both recorded a distribution).
     *
     * @param environment the role of the world that was recorded, for its signature
     * @param recording   a name given by {@link Phase.Record}
     * @param budget      steps or episodes, from the beginning of the recording; it may be shorter. Of several lives, one after the other
     */
    record Following(String environment, int task, String recording, Budget budget) implements Experience {
        public Following {
            if (budget.unit() != Budget.Unit.STEPS && budget.unit() != Budget.Unit.EPISODES) {
                throw new IllegalArgumentException("following is budgeted in steps or episodes, not " + budget.unit());
            }
        }
    }
}
