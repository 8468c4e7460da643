package org.thaw.shell.internal.gogo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.shell.internal.Services;

/** Completes the names of what runs: experiments, runs, their learners and roles. */
final class UnderWay {
    private final Services services;

    UnderWay(Services services) {
        this.services = services;
    }

    /** Experiments and runs that a verb can be used on. */
    List<Candidate> of(String verb) {
        Predicate<State> fits = switch (verb) {
            case "stop" -> state -> !state.over();
            case "pause" -> state -> state == State.RUNNING || state == State.PENDING;
            case "resume" -> state -> state == State.PAUSED;
            case "swap" -> state -> state == State.RUNNING || state == State.PAUSED;
            default -> state -> true;
        };
        List<Candidate> candidates = new ArrayList<>();
        for (RunningExperiment experiment : experiments().toList()) {
            List<RunStatus> runs = experiment.runs().stream().filter(run -> fits.test(run.state())).toList();
            if (!runs.isEmpty()) {
                candidates.add(candidate(experiment.name(), "experiments", ""));
                runs.forEach(run -> candidates.add(candidate(run.run(), "runs", run.state().name().toLowerCase(Locale.ROOT))));
            }
        }
        return candidates;
    }

    /** Names of experiments, whatever has become of them. */
    List<Candidate> experimentNames() {
        return experiments().map(RunningExperiment::name).distinct().map(name -> candidate(name, "experiments", "")).toList();
    }

    /** The learners of those runs that a word names; of all, if it names none. */
    List<Candidate> learners(Collection<String> names) {
        return runs(names).map(RunStatus::learner).distinct().map(name -> candidate(name, "learners", "")).toList();
    }

    /** The roles that learners play in those runs. */
    List<Candidate> roles(Collection<String> names) {
        return runs(names).map(run -> new RunFolder(run.folder())).flatMap(UnderWay::roles).distinct().map(role -> candidate(role, "roles", "")).toList();
    }

    private static Stream<String> roles(RunFolder folder) {
        try {
            return folder.manifest().players().entrySet().stream()
                    .filter(player -> !player.getKey().contains("/") && !player.getValue().privilege().isEmpty()).map(java.util.Map.Entry::getKey);
        } catch (RuntimeException e) {
            // not begun yet, or not readable: nothing to offer
            return Stream.empty();
        }
    }

    private Stream<RunStatus> runs(Collection<String> names) {
        List<RunStatus> all = experiments().flatMap(each -> each.runs().stream()
                .filter(run -> names.contains(each.name()) || names.contains(run.run()) || names.contains(each.name() + "/" + run.run()))).toList();
        return (all.isEmpty() ? experiments().flatMap(each -> each.runs().stream()) : all.stream()).filter(run -> !run.state().over());
    }

    private Stream<RunningExperiment> experiments() {
        return Stream.concat(services.laboratory().experiments().stream(), services.elsewhere().stream());
    }

    private static Candidate candidate(String value, String group, String description) {
        return new Candidate(value, value, group, description.isEmpty() ? null : description, null, null, true);
    }
}
