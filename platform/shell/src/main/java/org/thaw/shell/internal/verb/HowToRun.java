package org.thaw.shell.internal.verb;

import java.nio.file.Path;
import java.time.Duration;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.launch.Launcher;
import org.thaw.runtime.run.Checkpoints;
import org.thaw.runtime.run.Limits;
import org.thaw.runtime.run.RunSettings;
import org.thaw.shell.internal.console.Console;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of verbs that start runs. None of them changes a result. */
final class HowToRun {
    @Mixin
    private RunsFolder runs;

    @Option(names = "--data", paramLabel = "<folder>", description = "Where data sets are kept (default: $THAW_DATA, or ~/.cache/thaw/data).")
    private String data;

    @Option(names = "--offline", description = "Download nothing.")
    private boolean offline;

    @Option(names = "--parallel", paramLabel = "<n>", description = "How many runs at once (default: one for each processor core).")
    private int parallel = Runtime.getRuntime().availableProcessors();

    @Option(names = "--children", description = "Each run in a process of its own: whatever a plugin does, the other runs go on"
            + " (default if there is more than one run).")
    private boolean children;

    @Option(names = "--in-process", description = "All runs in this process, for development with plugins that you trust: one that hangs, takes all memory or ends"
            + " the process takes the other runs with it (default if there is one run).")
    private boolean inProcess;

    @Option(names = "--call-limit", paramLabel = "<time>", converter = Time.Reader.class,
            description = "The longest that a plugin may take for one call before its run is ended as failed (default: ${DEFAULT-VALUE}).")
    private Time call = new Time(Limits.usual().call());

    @Option(names = "--phase-limit", paramLabel = "<time>", converter = Time.Reader.class,
            description = "The longest that a phase of the protocol may last before its run is ended as failed (default: ${DEFAULT-VALUE}).")
    private Time phase = new Time(Limits.usual().phase());

    @Option(names = "--memory", paramLabel = "<size>", converter = Memory.Reader.class,
            description = "Heap of each child process, such as 512m or 2g; as much again may be taken outside the heap (default: ${DEFAULT-VALUE}).")
    private Memory memory = new Memory(Limits.usual().megabytes());

    @Option(names = "--checkpoint-every", paramLabel = "<time>", converter = Time.Reader.class,
            description = "How often a run writes down where it stands, besides the ends of phases (default: ${DEFAULT-VALUE}).")
    private Time every = new Time(Checkpoints.usual().within());

    @Option(names = "--wait", description = "At the prompt: wait until the runs are over. Elsewhere that is so anyway.")
    private boolean wait;

    RunsFolder runs() {
        return runs;
    }

    /** Whether the prompt shall wait. */
    boolean waits() {
        return wait;
    }

    RunSettings settings(Console console, boolean again) {
        if (parallel < 1) {
            throw new BadInputException("--parallel " + parallel + ": expected a whole number from 1");
        }
        if (children && inProcess) {
            throw new BadInputException("--children and --in-process: expected at most one of them");
        }
        String launcher = children ? Launcher.CHILD : inProcess ? Launcher.IN_PROCESS : "";
        Duration usual = Checkpoints.usual().after();
        Duration after = usual.compareTo(every.duration()) < 0 ? usual : every.duration();
        return new RunSettings(runs.path(console), data(console), offline, parallel, again, launcher,
                new Limits(call.duration(), phase.duration(), memory.megabytes()), new Checkpoints(every.duration(), after));
    }

    private Path data(Console console) {
        if (data != null) {
            return console.file(data);
        }
        String variable = System.getenv("THAW_DATA");
        return console.file(variable == null || variable.isBlank() ? "~/.cache/thaw/data" : variable);
    }
}
