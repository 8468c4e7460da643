package org.thaw.learners.inference.internal;

import org.thaw.api.Stateful;
import org.thaw.api.environment.Step;

/** A family of teachers: one learning algorithm, with its hyperparameters from a finite grid. */
interface Program {
    /** How many members it has. */
    int candidates();

    /** A member, for people. */
    String describe(int candidate);

    /** All members, each at the beginning of its life. */
    Execution begin();

    /** All members of a family on their way along one life. What they save are their tables: information about that life. */
    interface Execution extends Stateful {
        /** Back to the beginning of a life. */
        void clear();

        /** Every member learns from a transition. */
        void learn(int observation, int action, Step to);

        /** Writes with which probability a member would now choose each action; 0 for illegal ones. */
        void distribution(int candidate, Step step, double[] into);
    }
}
