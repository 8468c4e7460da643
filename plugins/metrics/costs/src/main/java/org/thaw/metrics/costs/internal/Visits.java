package org.thaw.metrics.costs.internal;

/**
 * Numbers the visits to tasks from 0 as their readings come in: a new one starts where a task began or another task is read. Clock readings lie
 * in a file of their own, so they may come in after all else; then the tasks alone tell the visits apart.
 */
final class Visits {
    private int visit = -1;
    private int task;
    private boolean begun = true;

    void begin() {
        begun = true;
    }

    /** The visit that a reading of this task belongs to. */
    int of(int read) {
        if (begun || read != task) {
            visit++;
        }
        begun = false;
        task = read;
        return visit;
    }
}
