package org.thaw.report.internal.data.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thaw.api.metric.Event;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.runtime.folder.RunFindings;

/** What the summaries of an experiment claim, of whichever plugin they are; see {@link org.thaw.api.metric.Summary} for how that is told. */
public final class Claims {
    private static final String VERDICT = "/verdict";
    private static final String FAILED_AS_EXPECTED = "/failed-as-expected";

    private final ExperimentData data;
    private final Told told;
    private final Complexity complexity;
    /** By the names of their learners: in another case an arm of the same name may have another part. */
    private final Map<String, Set<String>> frozen = new HashMap<>();
    private final Map<String, Set<String>> lived = new HashMap<>();

    public Claims(ExperimentData data) {
        this.data = data;
        this.told = new Told(data.summaries());
        this.complexity = new Complexity(data, told);
        data.runs().forEach(run -> {
            Set<String> froze = arms(run.events().stream().filter(Event.Frozen.class::isInstance));
            Set<String> all = arms(run.events().stream());
            data.toldAs(run).forEach(learner -> {
                frozen.computeIfAbsent(learner, name -> new HashSet<>()).addAll(froze);
                lived.computeIfAbsent(learner, name -> new HashSet<>()).addAll(all);
            });
        });
    }

    /** Whom events tell of; copies in single lifetimes are one. */
    private static Set<String> arms(Stream<Event> events) {
        return events.map(Event::role).distinct().map(role -> role.replaceFirst("@.*", "")).collect(Collectors.toSet());
    }

    /** The claims about which verdicts were told, by name, those of learners as wholes first. */
    public List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(true, false).forEach(whole -> told.roles().stream().filter(role -> Told.arm(role).isEmpty() == whole)
                .forEach(role -> told.ending(role, VERDICT).stream().filter(name -> !name.isEmpty()).forEach(names::add)));
        return List.copyOf(names);
    }

    /** The ids of the summaries that told verdicts. */
    public Set<String> summaries() {
        Set<String> ids = new LinkedHashSet<>();
        names().forEach(name -> ids.add(summary(name)));
        return ids;
    }

    /** The summary that told something. */
    public static String summary(String metric) {
        return metric.replaceFirst("/.*", "");
    }

    /** The learners, from the simplest to the most complex. */
    public List<String> learners() {
        return told.roles().stream().map(Told::learner).distinct().filter(learner -> told.roles().stream()
                .anyMatch(role -> Told.learner(role).equals(learner) && !told.ending(role, VERDICT).isEmpty())).sorted(Comparator.comparingDouble(complexity::of)).toList();
    }

    /** How complex a learner is, in words; may be empty. */
    public String complexity(String learner) {
        return complexity.words(learner);
    }

    /** Who is compared with any learner, in the order in which they were told. */
    public List<String> arms() {
        return Stream.concat(told.roles().stream(), data.summaries().series().stream().map(RunFindings.Series::role)).map(Told::arm).filter(arm -> !arm.isEmpty()).distinct().toList();
    }

    /** Whether a number was told of an arm of any learner; those of whom there are curves only are there to compare with. */
    public boolean measured(String arm) {
        return told.roles().stream().anyMatch(role -> Told.arm(role).equals(arm));
    }

    /** Whether anybody was frozen. */
    public boolean freezing() {
        return frozen.values().stream().anyMatch(arms -> !arms.isEmpty());
    }

    /** Whether runs of a learner tell of an arm at all. */
    public boolean lived(String learner, String arm) {
        return lived.getOrDefault(learner, Set.of()).contains(arm);
    }

    /** Whether an arm of a learner did not learn: it, or its copies in single lifetimes, were frozen. */
    public boolean frozen(String learner, String arm) {
        return frozen.getOrDefault(learner, Set.of()).contains(arm);
    }

    /** One claim about a learner, as a whole and about each arm, controls last. */
    public List<Claim> about(String name, String learner) {
        List<Claim> claims = new ArrayList<>();
        roles(learner).filter(role -> told.has(role, name + VERDICT)).forEach(role -> claims.add(claim(name, role, Verdict.of(told.value(role, name + VERDICT)))));
        roles(learner).filter(role -> !told.has(role, name + VERDICT) && !Told.arm(role).isEmpty()).map(role -> claim(name, role, Verdict.ofControl(told.value(role, name + FAILED_AS_EXPECTED))))
                .filter(claim -> !claim.evidence().isEmpty()).forEach(claims::add);
        return claims;
    }

    private Stream<String> roles(String learner) {
        return told.roles().stream().filter(role -> Told.learner(role).equals(learner)).sorted(Comparator.comparing((String role) -> !Told.arm(role).isEmpty()));
    }

    private Claim claim(String name, String role, Verdict verdict) {
        List<String> metrics = told.evidence(role, name);
        if (verdict.ofControl()) {
            Set<String> others = evidence(name);
            metrics = Stream.concat(Stream.of(name), told.below(role, name).stream()).filter(others::contains).toList();
        } else if (metrics.isEmpty()) {
            metrics = told.besides(role, name);
        }
        List<Claim.Evidence> evidence = metrics.stream().filter(metric -> told.has(role, metric)).map(metric -> new Claim.Evidence(told.quantity(role, metric), verdict.ofControl()
                ? new Bounds(Double.NaN, Double.NaN, Double.NaN, Double.NaN) : told.bounds(role, metric))).toList();
        return new Claim(name, Told.learner(role), Told.arm(role), verdict, evidence, told.failed(role, name));
    }

    /** The numbers on which verdicts about arms rest. */
    public Set<String> evidence(String name) {
        Set<String> metrics = new LinkedHashSet<>();
        told.roles().stream().filter(role -> !Told.arm(role).isEmpty()).forEach(role -> metrics.addAll(told.evidence(role, name)));
        return metrics;
    }

    /** A rule with the thresholds that were told for a claim; {@code {gap/refuted-below}} in it stands for such a number. Empty if one was not told. */
    public String rule(Claim claim, String rule) {
        return told.rule(claim.whole() ? claim.learner() : claim.learner() + "/" + claim.arm(), claim.name(), rule);
    }

    /** The bounds that were told of a learner for the numbers of its arms, in words; empty if none were. */
    public String bounds(String name, String learner) {
        return evidence(name).stream().filter(metric -> told.bounds(learner, metric).given()).map(metric -> "each " + Told.label(metric) + ": " + told.bounds(learner, metric).words())
                .collect(Collectors.joining("; "));
    }

    /** What arms of a learner gained by themselves since they were frozen. */
    public List<Quantity> ownGains(String name, String learner) {
        return roles(learner).filter(role -> !Told.arm(role).isEmpty() && told.has(role, name + "/own-gain")).map(role -> told.quantity(role, name + "/own-gain")).toList();
    }

    /** Where a learner's arms were frozen, as told. */
    public OptionalDouble frozenAt(String summary, String learner) {
        double at = told.value(learner, summary + "/frozen-at");
        return Double.isFinite(at) ? OptionalDouble.of(at) : OptionalDouble.empty();
    }
}
