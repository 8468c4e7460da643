package org.thaw.shell.internal.verb;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Text;

/** What is said when an experiment is over: the report, what failed, how long it took. */
final class Ending {
    private static final int MOST_FAILURES = 10;

    private final Services services;
    private final Console console;
    private final RunningExperiment experiment;
    private final long start;

    /** @param start by {@link System#nanoTime} */
    Ending(Services services, Console console, RunningExperiment experiment, long start) {
        this.services = services;
        this.console = console;
        this.experiment = experiment;
        this.start = start;
    }

    /** Says it now, to somebody who waits for it. Returns the exit code. */
    int print() {
        return print(() -> Waiting.saying(Reports.beingMade(experiment.name(), experiment.runs().size()), console.err(), this::report));
    }

    private String report() {
        return Reports.make(services, experiment.folder(), List.of(), console);
    }

    private int print(Supplier<String> report) {
        List<RunStatus> runs = experiment.runs();
        if (count(runs, State.DONE) + count(runs, State.REUSED) + count(runs, State.FAILED) > 0) {
            try {
                console.out().print(report.get());
            } catch (RuntimeException e) {
                console.err().println("thaw: the report of " + experiment.name() + " could not be made: " + e.getMessage()
                        + "; the results are there, and report " + experiment.name() + " tries again");
                summary(runs);
                return Verbs.FAILED;
            }
        }
        summary(runs);
        return runs.stream().allMatch(run -> run.state() == State.DONE || run.state() == State.REUSED) ? Verbs.DONE : Verbs.FAILED;
    }

    /** Says it when it comes to that, above the prompt. */
    void announce() {
        Thread waiting = new Thread(() -> {
            try {
                while (!experiment.await(Duration.ofMinutes(1))) {
                    continue;
                }
                Notice notice = new Notice(console);
                Ending ending = new Ending(services, notice.console(), experiment, start);
                ending.print(ending::report);
                console.notice(notice.text());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "thaw end of " + experiment.name());
        waiting.setDaemon(true);
        waiting.start();
    }

    private void summary(List<RunStatus> runs) {
        console.out().flush();
        List<RunStatus> failed = runs.stream().filter(run -> run.state() == State.FAILED).toList();
        failures(failed);
        long before = count(runs, State.REUSED);
        long stopped = runs.stream().filter(run -> run.state() == State.STOPPED || !run.state().over()).count();
        if (before == runs.size()) {
            console.out().println(experiment.name() + ": " + (before == 1 ? "the run was" : "all " + before + " runs were")
                    + " done before, in this very configuration; --again repeats " + (before == 1 ? "it." : "them."));
            return;
        }
        console.out().println(experiment.name() + ": " + (count(runs, State.DONE) + before) + " of " + Text.count(runs.size(), "run") + " done"
                + (before > 0 ? " (" + before + " before)" : "") + (failed.isEmpty() ? "" : ", " + failed.size() + " failed")
                + (stopped > 0 ? ", " + stopped + " stopped" : "")
                + ". It took " + Text.duration(Duration.ofNanos(System.nanoTime() - start)) + ".");
        if (stopped > 0) {
            console.out().println("To go on: " + Again.resume(console, experiment));
        }
    }

    /** Runs that failed in the same way, as all do where a data set is missing, share a sentence. */
    private void failures(List<RunStatus> failed) {
        Map<String, List<RunStatus>> alike = failed.stream().collect(Collectors.groupingBy(RunStatus::message, LinkedHashMap::new, Collectors.toList()));
        alike.values().stream().limit(MOST_FAILURES).forEach(same -> console.err().println("thaw: " + Text.few(same.stream().map(RunStatus::run).toList())
                + " failed: " + Text.printable(same.get(0).message()).replaceFirst("\\.$", "") + "; see " + console.brief(same.get(0).folder().resolve("log"))));
        long more = alike.values().stream().skip(MOST_FAILURES).mapToLong(List::size).sum();
        if (more > 0) {
            console.err().println("thaw: " + more + " more failed; runs " + experiment.name() + " lists them");
        }
        console.err().flush();
    }

    private static long count(List<RunStatus> runs, State state) {
        return runs.stream().filter(run -> run.state() == state).count();
    }
}
