package org.thaw.shell.internal.progress;

import java.time.Duration;
import java.util.List;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;

/** Runs that can be followed. */
public interface Subject {
    /** Where they stand now. */
    List<RunStatus> runs();

    /** Waits until all are over. Returns whether they are. */
    boolean await(Duration atMost) throws InterruptedException;

    /** All runs of an experiment. */
    static Subject of(RunningExperiment experiment) {
        return new Subject() {
            @Override
            public List<RunStatus> runs() {
                return experiment.runs();
            }

            @Override
            public boolean await(Duration atMost) throws InterruptedException {
                return experiment.await(atMost);
            }
        };
    }

    /** One run of an experiment. */
    static Subject of(RunningExperiment experiment, String run) {
        return new Subject() {
            @Override
            public List<RunStatus> runs() {
                return experiment.runs().stream().filter(status -> status.run().equals(run)).toList();
            }

            @Override
            public boolean await(Duration atMost) throws InterruptedException {
                return over() || experiment.await(atMost) || over();
            }

            private boolean over() {
                return runs().stream().allMatch(status -> status.state().over());
            }
        };
    }
}
