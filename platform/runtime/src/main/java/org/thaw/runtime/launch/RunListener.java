package org.thaw.runtime.launch;

/** Hears of one run, from any thread but one at a time. */
public interface RunListener {
    /** Where it stands; many times a second at most. */
    void progress(RunProgress now);

    /** It is over: its {@code end} marker is written, or it was stopped. Called once, last. */
    void over(RunOver how);
}
