package org.thaw.control.internal.shared;

/** Exit codes of child processes. They only help to say what went wrong: a run is over by its end marker. */
public final class Exits {
    /** The run hung, and its end marker says so. */
    public static final int STUCK = 76;
    /** No memory was left, not even to write that down. */
    public static final int OUT_OF_MEMORY = 77;
    /** The run's plugin ended the process, and the end marker says so. */
    public static final int EXITED = 78;
    /** The host was gone, and the run did not stop. */
    public static final int ABANDONED = 79;

    private Exits() {
    }
}
