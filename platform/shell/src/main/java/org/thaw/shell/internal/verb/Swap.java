package org.thaw.shell.internal.verb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Names;
import org.thaw.shell.internal.console.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes the learner of a run that goes on. */
@Command(mixinStandardHelpOptions = true, description = {"Puts another learner in the place of a running one.",
    "That happens between two steps. The run's environment, its position in it, its metrics and random streams go on as if nothing had happened. If it cannot be done, the"
            + " old learner goes on."},
        footer = {"", "Examples:", "  thaw swap split-mnist/finetune-mnist-0 ewc", "  thaw swap split-mnist --learner finetune ewc lambda=100    all its runs of finetune",
            "  thaw swap ewc-mnist-0 ewc@1.3.0 --at 20000 --twin"})
final class Swap implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Option(names = "--learner", paramLabel = "<name>", description = "Only in the experiment's runs of this learner. Needed if runs of several are under way.")
    private String only;

    @Option(names = "--carry", description = "The new learner takes over what the old one has learned, as far as it can restore that (default).")
    private boolean carry;

    @Option(names = "--fresh", description = "The new learner starts from nothing.")
    private boolean fresh;

    @Option(names = "--at", paramLabel = "<step>", description = "The step of learning from which on the new learner learns (default: the next one).")
    private Long at;

    @Option(names = "--twin", description = "A copy of the old learner goes on learning beside the new one, and is measured like it.")
    private boolean twin;

    @Option(names = "--role", paramLabel = "<role>", defaultValue = "learner", description = "Whose place, in protocols with several learners (default: ${DEFAULT-VALUE}).")
    private String role;

    @Parameters(index = "0", paramLabel = "<experiment|run>", description = "Its name; experiment/run or a path if several have that name.")
    private String name;

    @Parameters(index = "1", paramLabel = "<learner>", description = "The new one's id; with a version if need be: ewc@1.2.0.")
    private String learner;

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "<key=value>",
            description = "Hyperparameters. Those not named keep the value that they have in the old learner, where both have one of that name, else the default.")
    private List<String> with = List.of();

    Swap(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        SwapRequest request = request();
        Found found = Found.require(services, console, name);
        Map<String, CompletableFuture<SwapResult>> asked = new LinkedHashMap<>();
        for (RunStatus run : chosen(found)) {
            asked.put(run.run(), ask(found, run.run(), request));
        }
        return new Swapping(console, asked).await(waits(found, asked));
    }

    private SwapRequest request() {
        if (carry && fresh) {
            throw new BadInputException("--carry and --fresh: expected at most one of them");
        }
        if (at != null && at < 0) {
            throw new BadInputException("--at " + at + ": expected a step of learning, a whole number from 0");
        }
        return new SwapRequest(role, learner, !fresh, at == null ? OptionalLong.empty() : OptionalLong.of(at), twin, KeyValues.json(with));
    }

    /** Those under way; in a whole experiment only one learner's, lest a baseline is swapped away with the rest. */
    private List<RunStatus> chosen(Found found) {
        List<RunStatus> open = found.open().stream().filter(run -> run.state() != State.PENDING).toList();
        if (open.isEmpty()) {
            throw new BadInputException(found.open().isEmpty() ? name + " is over already"
                    : name + " has not begun; expected: a run that is under way, or another learner in the experiment's file");
        }
        List<String> learners = open.stream().map(RunStatus::learner).distinct().toList();
        if (only != null && !learners.contains(only)) {
            throw new BadInputException("--learner " + only + ": " + name + " has no run of it under way; " + Names.hint(only, learners));
        }
        if (only == null && learners.size() > 1) {
            throw new BadInputException(name + " has runs of " + String.join(", ", learners) + " under way; say whose place " + learner + " shall take: --learner "
                    + learners.get(0));
        }
        return open.stream().filter(run -> only == null || run.learner().equals(only)).toList();
    }

    private static CompletableFuture<SwapResult> ask(Found found, String run, SwapRequest request) {
        try {
            return found.experiment().swap(run, request);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What is said if it takes longer than a moment. */
    private String waits(Found found, Map<String, ?> asked) {
        List<String> paused = found.runs().stream().filter(run -> run.state() == State.PAUSED && asked.containsKey(run.run())).map(RunStatus::run).toList();
        String when = at == null ? "the next step" : String.format(java.util.Locale.ROOT, "step %,d", at);
        return Text.count(asked.size(), "run") + " asked; waiting for " + when
                + (paused.isEmpty() ? "" : ", which comes when " + paused.stream().collect(Collectors.joining(", ")) + " can go on: resume " + name)
                + ". Ctrl-C ends the waiting, not the request.";
    }
}
