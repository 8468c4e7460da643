package org.thaw.report.internal.data;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.thaw.runtime.analysis.ExperimentFindings;
import org.thaw.runtime.folder.ExperimentCase;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.folder.RunFolder;

/**
 * An experiment, read from its folder.
 *
 * @param source    the content of {@code experiment.json}; empty if it is missing
 * @param first     the same as it was when the first run was started; empty if that was not kept
 * @param runs      all that can be read, by case, environment, learner and seed in the experiment's order
 * @param arms      what is compared, in the experiment's order: each learner followed by its twins
 * @param summaries what summaries found over all runs; their roles are names of learners
 * @param problems  the runs that do not count
 */
public record ExperimentData(String name, JsonObject source, JsonObject first, List<Run> runs, List<Arm> arms, RunFindings summaries, List<Problem> problems) {
    /** Reads a folder. @throws IllegalArgumentException if it holds no runs */
    public static ExperimentData read(Path path) {
        return read(path, ExperimentFindings.none());
    }

    /** Reads a folder, and adds what was computed besides. @throws IllegalArgumentException if it holds no runs */
    public static ExperimentData read(Path path, ExperimentFindings more) {
        ExperimentFolder folder = new ExperimentFolder(path);
        List<RunFolder> folders = folder.runs();
        if (folders.isEmpty()) {
            throw new IllegalArgumentException(path + ": no runs here; expected the folder of an experiment, such as runs/split-mnist");
        }
        List<Run> runs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (RunFolder each : folders) {
            try {
                runs.add(Run.read(each, more.runs().getOrDefault(each.name(), RunFindings.empty())));
            } catch (RuntimeException e) {
                // one damaged folder must not hide the results of the others
                problems.add(new Problem(each.name(), "unreadable", String.valueOf(e.getMessage())));
            }
        }
        JsonObject source = source(path, ExperimentFolder.EXPERIMENT);
        List<ExperimentCase> cases = ExperimentCase.of(source);
        runs.sort(order(cases));
        boolean busy = folder.busy() && folder.holder().orElse(-1) != ProcessHandle.current().pid();
        runs.stream().filter(run -> !run.done()).map(run -> Problem.of(run, busy)).forEach(problems::add);
        if (source.has(ExperimentCase.CASES)) {
            runs.stream().filter(run -> cases.stream().noneMatch(each -> each.has(run.manifest()))).map(Problem::ofNoCase).forEach(problems::add);
        }
        problems.addAll(Problem.withoutManifest(path));
        more.problems().forEach(problem -> problems.add(new Problem("analysis", "left out", problem)));
        return new ExperimentData(folder.name(), source, source(path, ExperimentFolder.FIRST), List.copyOf(runs), Arms.of(runs), more.summaries(), List.copyOf(problems));
    }

    /** What was fixed before the first run. */
    public Registration registration() {
        return new Registration(first, source);
    }

    /** The environments, in order. */
    public List<String> environments() {
        return arms.stream().map(Arm::environment).distinct().toList();
    }

    /** What is told of one by one; copies that lived a single lifetime are told of under the role that they were made of. */
    public List<Arm> lasting() {
        return arms.stream().filter(arm -> !arm.ofOneLifetime()).toList();
    }

    /** What is compared in one environment. */
    public List<Arm> in(String environment) {
        return lasting().stream().filter(arm -> arm.environment().equals(environment)).toList();
    }

    /** The learners themselves in one environment, without twins. */
    public List<Arm> learners(String environment) {
        return in(environment).stream().filter(arm -> !arm.twin()).toList();
    }

    /** The learners of one environment and the copies of them that learn: those that were not swapped, and fresh ones. */
    public List<Arm> learning(String environment) {
        return in(environment).stream().filter(arm -> !arm.frozen()).toList();
    }

    /** Every swap of every run that can be read, finished or not. */
    public List<Swap> swaps() {
        return runs.stream().flatMap(run -> run.swaps().stream()).toList();
    }

    /** The frozen twins of a learner. */
    public List<Arm> frozen(Arm learner) {
        return twins(learner).stream().filter(Arm::frozen).toList();
    }

    /** The fresh copies of a learner. */
    public List<Arm> fresh(Arm learner) {
        return twins(learner).stream().filter(Arm::fresh).toList();
    }

    /** The twins of a learner. */
    public List<Arm> twins(Arm learner) {
        return in(learner.environment()).stream()
                .filter(arm -> arm.twin() && arm.original().equals(learner.original()) && arm.root().equals(learner.role())).toList();
    }

    /** Copies that a protocol made of a learner for single lifetimes, whatever they are called: those that went on learning, frozen ones, ones whose weights studied more. */
    public List<Arm> copies(Arm learner) {
        return arms.stream().filter(arm -> arm.ofOneLifetime() && arm.environment().equals(learner.environment()) && arm.root().replaceFirst("@.*", "").equals(learner.role()) && arm.runs().equals(learner.runs()))
                .toList();
    }

    /** The protocol's name; those of several cases in their order. */
    public String protocol() {
        return protocols(runs);
    }

    /** The protocol's name in one environment. */
    public String protocol(String environment) {
        return protocols(in(environment).stream().flatMap(arm -> arm.runs().stream()).toList());
    }

    private static String protocols(List<Run> runs) {
        return runs.stream().map(run -> run.manifest().protocol().name()).distinct().collect(Collectors.joining(", "));
    }

    /** The names under which summaries may tell of a run's learner: where there are several environments they add which, and where several cases have it the analysis adds whose it is. */
    public List<String> toldAs(Run run) {
        String learner = run.manifest().learner();
        List<String> names = new ArrayList<>(List.of(learner, learner + " in " + run.manifest().environment()));
        ExperimentCase.of(source).stream().filter(each -> !each.name().isEmpty() && each.has(run.manifest()))
                .forEach(each -> names.addAll(names.stream().map(name -> name + " in " + each.name()).toList()));
        return names;
    }

    /** The seeds of all runs, ascending. */
    public List<Long> seeds() {
        return runs.stream().map(run -> run.manifest().seed()).distinct().sorted().toList();
    }

    private static JsonObject source(Path path, String name) {
        Path file = path.resolve(name);
        return Files.isRegularFile(file) ? Json.read(file, JsonObject.class) : new JsonObject();
    }

    /** By case, then as each case has its environments and learners. */
    private static Comparator<Run> order(List<ExperimentCase> cases) {
        List<String> environments = cases.stream().flatMap(each -> each.environments().stream()).distinct().toList();
        List<String> learners = cases.stream().flatMap(each -> each.learners().stream()).distinct().toList();
        return Comparator.<Run>comparingInt(run -> cases.size() == 1 ? 0 : place(cases.stream().map(each -> each.has(run.manifest())).toList(), true))
                .thenComparingInt(run -> place(environments, run.manifest().environment())).thenComparing(run -> run.manifest().environment())
                .thenComparingInt(run -> place(learners, run.manifest().learner())).thenComparing(run -> run.manifest().learner())
                .thenComparingLong(run -> run.manifest().seed()).thenComparing(Run::name);
    }

    private static <T> int place(List<T> all, T one) {
        int at = all.indexOf(one);
        return at < 0 ? all.size() : at;
    }
}
