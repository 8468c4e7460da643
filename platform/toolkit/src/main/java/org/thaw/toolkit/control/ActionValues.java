package org.thaw.toolkit.control;

import org.thaw.api.environment.Step;

/** What a policy chooses by: how good each numbered action is in a step. */
@FunctionalInterface
public interface ActionValues {
    /**
     * Writes the value of every action; the values of illegal ones are not looked at.
     *
     * @param into one place for each action, all overwritten
     */
    void values(Step step, double[] into);
}
