package org.thaw.runtime.launch;

/**
 * Carries out runs. A run is all in its folder: {@code run.json} names the exact plugins, their configuration and the seed, {@code checkpoints} holds where it
 * stands. It is over when its {@code end} marker is written; nothing else counts.
 */
public interface Launcher {
    /** In the process of the host: for development and trusted plugins. */
    String IN_PROCESS = "in-process";
    /** In a process of its own. */
    String CHILD = "child";

    /** Its name in settings and messages. */
    String name();

    /** Begins to carry out a run, or to go on with one; returns at once. */
    LaunchedRun launch(RunOrder order, RunListener listener);
}
