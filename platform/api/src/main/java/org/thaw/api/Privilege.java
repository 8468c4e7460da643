package org.thaw.api;

/** What a learner is shown that only the host may see. Each step up is a weaker claim about continual learning, so reports name it. */
public enum Privilege {
    /** At the end of a task, that task's training data. The ordinary case. */
    CURRENT_DATA,
    /** At the end of a task, the training data of all tasks so far (cumulative learners). */
    SEEN_DATA,
    /** At the end of a task, the training data of all tasks of the protocol, later ones included (joint learners). */
    ALL_DATA,
    /** With each step, a copy of the simulator in its present state (look-ahead players that are given the rules). */
    SIMULATOR
}
