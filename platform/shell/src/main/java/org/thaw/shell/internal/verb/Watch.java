package org.thaw.shell.internal.verb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.RunStatus;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Keys;
import org.thaw.shell.internal.console.Names;
import org.thaw.shell.internal.film.Projector;
import org.thaw.shell.internal.progress.FolderRuns;
import org.thaw.shell.internal.progress.Follower;
import org.thaw.shell.internal.progress.Scores;
import org.thaw.shell.internal.progress.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks on while runs go on. */
@Command(mixinStandardHelpOptions = true, description = {"Shows an episode of a run's life as it is lived, and the next. Of an experiment it shows those of the run that goes on alone; of several runs, how far they are until they are over.",
    "Episodes are seen of worlds that draw pictures. Of other runs, and while no episode is there, it shows how far they are. A key or Ctrl-C ends the watching, not the runs."},
        footer = {"", "Examples:", "  thaw watch split-mnist", "  thaw watch breakout/dqn-breakout-0 --fps 30"})
final class Watch implements Callable<Integer> {
    private static final double FASTEST = 100;

    private final Services services;
    private final Console console;

    @Mixin
    private RunsFolder folder;

    @Option(names = "--fps", paramLabel = "<number>", defaultValue = "12", description = "Pictures in a second (default: ${DEFAULT-VALUE}).")
    private double speed;

    @Option(names = "--once", description = "Ends after one episode.")
    private boolean once;

    @Option(names = "--progress", description = "Shows only how far it is, and no pictures.")
    private boolean progress;

    @Parameters(paramLabel = "<experiment|run>", description = "Its name; experiment/run or a path if several have that name.")
    private String name;

    Watch(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!(speed > 0 && speed <= FASTEST)) {
            throw new BadInputException("--fps " + speed + ": expected more than 0 and at most " + FASTEST + " pictures in a second");
        }
        Optional<Found> found = Found.in(services, console, name);
        Subject subject = found.map(it -> it.run().map(run -> Subject.of(it.experiment(), run)).orElseGet(() -> Subject.of(it.experiment()))).orElseGet(this::onDisk);
        boolean live = !progress && found.filter(it -> !it.open().isEmpty()).isPresent();
        if (once) {
            requireOne(live ? found : Optional.empty());
        }
        int code;
        boolean over;
        try (Keys keys = new Keys(console)) {
            Follower follower = new Follower(console, new Scores(services.catalog()));
            code = live ? show(found.get(), subject, follower, keys) : Verbs.DONE;
            over = live ? subject.await(Duration.ZERO) : follower.followUntilKey(subject, keys, () -> false) == Follower.Left.OVER;
        } catch (InterruptedException e) {
            code = Verbs.DONE;
            over = false;
        }
        return code == Verbs.DONE && !once ? table(subject, over) : code;
    }

    /** Refuses what does not mean a single run that is under way. */
    private void requireOne(Optional<Found> found) {
        List<String> runs = found.map(it -> it.run().map(List::of).orElseGet(() -> lives(it).open())).orElse(List.of());
        if (runs.size() > 1) {
            throw new BadInputException("name a run: watch " + runs.stream().map(run -> found.get().experiment().name() + "/" + run).collect(Collectors.joining(", ")));
        }
        if (runs.isEmpty()) {
            throw new BadInputException(name + " has no episode to show; expected with --once: a run that is under way" + (progress ? ", and no --progress" : ""));
        }
    }

    private int show(Found found, Subject subject, Follower follower, Keys keys) throws InterruptedException {
        return found.run().isPresent() ? episodes(found, found.run().get(), follower).show(once, keys) : whole(found, subject, follower, keys);
    }

    /** Of an experiment: the episodes of the run that goes on alone, and then of the next; of several how far they are, and how to see one of them. */
    private int whole(Found found, Subject subject, Follower follower, Keys keys) throws InterruptedException {
        Lives lives = lives(found);
        boolean several = false;
        while (!subject.await(Duration.ZERO)) {
            List<String> runs = several ? List.of() : lives.open();
            if (runs.size() == 1) {
                Episodes episodes = episodes(found, runs.get(0), follower);
                int code = episodes.show(once, keys);
                if (once || episodes.left() || !lives.over(runs.get(0))) {
                    return code;
                }
            } else {
                if (runs.size() > 1) {
                    several = true;
                    console.out().println("to see an episode: watch " + found.experiment().name() + "/" + runs.get(0));
                    console.out().flush();
                }
                boolean told = several;
                if (follower.followUntilKey(subject, keys, () -> !told && !lives.open().isEmpty()) == Follower.Left.KEY) {
                    return Verbs.DONE;
                }
            }
        }
        return Verbs.DONE;
    }

    private Lives lives(Found found) {
        return new Lives(found.experiment(), services.catalog());
    }

    private Episodes episodes(Found found, String run, Follower follower) {
        return new Episodes(console, follower, new Projector(console, speed), found.experiment(), run);
    }

    private int table(Subject subject, boolean over) {
        List<RunStatus> runs = subject.runs();
        console.out().print(StatusTable.of(runs, console, new Scores(services.catalog())));
        boolean failed = over && runs.stream().anyMatch(run -> run.state() == RunStatus.State.FAILED);
        return failed ? Verbs.FAILED : Verbs.DONE;
    }

    private Subject onDisk() {
        List<String> names = new ArrayList<>();
        List<RunFolder> runs = new ArrayList<>();
        for (ExperimentFolder experiment : folder.experiments(console)) {
            names.add(experiment.name());
            if (experiment.name().equals(name)) {
                return new FolderRuns(experiment.runs());
            }
            for (RunFolder run : experiment.runs()) {
                names.add(run.name());
                if (run.name().equals(name) || name.equals(experiment.name() + "/" + run.name())) {
                    runs.add(run);
                }
            }
        }
        Optional<RunFolder> latest = runs.stream().max(java.util.Comparator.comparingLong(run -> run.path().toFile().lastModified()));
        return latest.map(run -> new FolderRuns(List.of(run))).orElseThrow(() -> new BadInputException("no run and no experiment is called \"" + name + "\", here or in "
                + console.brief(folder.path(console)) + "; " + Names.hint(name, names)));
    }
}
