package org.thaw.learners.inference.internal;

import java.util.List;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.environment.Step;

/** All programs, executed along one life step by step. Candidates are numbered through all families. */
final class Executed implements Stateful {
    private static final int NOWHERE = -1;

    private final Program.Execution[] executions;
    private final int[] first;
    private int observation = NOWHERE;

    /** What is saved beside the tables. */
    public record Place(int observation) {
    }

    Executed(List<Program> programs) {
        executions = new Program.Execution[programs.size()];
        first = new int[programs.size() + 1];
        for (int i = 0; i < executions.length; i++) {
            executions[i] = programs.get(i).begin();
            first[i + 1] = first[i] + programs.get(i).candidates();
        }
    }

    void clear() {
        observation = NOWHERE;
        for (Program.Execution execution : executions) {
            execution.clear();
        }
    }

    /** Learns from the transition that led to a step, and stands there. Where it does not know what came before, nothing can be learned. */
    void meet(Step step) {
        if (!step.isFirst() && observation != NOWHERE && step.previousAction().chosen()) {
            for (Program.Execution execution : executions) {
                execution.learn(observation, step.previousAction().index(), step);
            }
        }
        observation = step.isLast() ? NOWHERE : step.state();
    }

    /** Writes with which probability a candidate would now choose each action. */
    void distribution(int candidate, Step step, double[] into) {
        int family = 0;
        while (candidate >= first[family + 1]) {
            family++;
        }
        executions[family].distribution(candidate - first[family], step, into);
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "place", new Place(observation));
        for (int i = 0; i < executions.length; i++) {
            out.part("program-" + i, executions[i]);
        }
    }

    @Override
    public void restore(StateReader in) {
        observation = in.record("place", Place.class).observation();
        for (int i = 0; i < executions.length; i++) {
            in.part("program-" + i, executions[i]);
        }
    }
}
