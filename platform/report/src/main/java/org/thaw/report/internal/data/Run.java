package org.thaw.report.internal.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunManifest;

/**
 * A run, read from its folder once.
 *
 * @param roles what was found about each role
 * @param swaps every change of a learner while it ran, in order
 * @param films reads episodes of its evaluations: some megabytes, which only the page needs, and of one seed
 */
public record Run(String name, RunManifest manifest, Optional<RunEnd> end, RunFindings findings, Map<String, RunFindings> roles, List<Event> events, List<Event> timings, List<Swap> swaps,
                  Supplier<List<Film>> films) {
    /** The events tell of the swaps. */
    public Run(String name, RunManifest manifest, Optional<RunEnd> end, RunFindings findings, List<Event> events, List<Event> timings) {
        this(name, manifest, end, findings, events, timings, List::of);
    }

    private Run(String name, RunManifest manifest, Optional<RunEnd> end, RunFindings findings, List<Event> events, List<Event> timings, Supplier<List<Film>> films) {
        this(name, manifest, end, findings, byRole(findings), events, timings, Swap.of(name, manifest, findings, events), films);
    }

    static Run read(RunFolder folder, RunFindings more) {
        return new Run(folder.name(), folder.manifest(), folder.end(), folder.findings().with(more), folder.events(), folder.timings(), () -> films(folder));
    }

    private static Map<String, RunFindings> byRole(RunFindings findings) {
        Map<String, List<RunFindings.Scalar>> scalars = findings.scalars().stream().collect(Collectors.groupingBy(RunFindings.Scalar::role));
        Map<String, List<RunFindings.Series>> series = findings.series().stream().collect(Collectors.groupingBy(RunFindings.Series::role));
        Map<String, List<RunFindings.Matrix>> matrices = findings.matrices().stream().collect(Collectors.groupingBy(RunFindings.Matrix::role));
        return Stream.of(scalars, series, matrices).flatMap(found -> found.keySet().stream()).distinct()
                .collect(Collectors.toMap(role -> role, role -> new RunFindings(scalars.get(role), series.get(role), matrices.get(role))));
    }

    /** What was found about one role. */
    public RunFindings about(String role) {
        return roles.getOrDefault(role, RunFindings.empty());
    }

    /** A picture that is damaged must not hide results. */
    private static List<Film> films(RunFolder folder) {
        try {
            return folder.films();
        } catch (RuntimeException e) {
            System.getLogger(Run.class.getName()).log(System.Logger.Level.WARNING, "the films of " + folder.name() + " cannot be shown: " + e.getMessage());
            return List.of();
        }
    }

    /** Whether it counts: it went to its end and nothing failed. */
    public boolean done() {
        return end.isPresent() && end.get().done();
    }

    /** The last step that anything happened at. */
    public long lastStep() {
        return events.stream().mapToLong(Event::step).max().orElse(0);
    }
}
