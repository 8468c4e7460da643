package org.thaw.report.internal.data;

import com.google.gson.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.folder.RunManifest;

/**
 * What is compared: one learner, or one twin of it, in one environment, over its seeds.
 *
 * @param name      for tables: the learner's name, and for a twin what follows the first slash of its role: {@code finetune/frozen@1}
 * @param original  the learner's name, a twin's too
 * @param role      {@code learner}, {@code learner/frozen@1}
 * @param privilege what the learner may see, {@code CURRENT_DATA} …
 * @param runs      the finished ones, by seed; those of a learner and of its twins are the same
 * @param timelines what happened to it in each of them
 */
public record Arm(String environment, String name, String original, String role, String privilege, List<Run> runs, List<Timeline> timelines) {
    static final String UNSWAPPED = "unswapped@";
    private static final String FROZEN = "frozen@";
    private static final String IMITATOR = "imitation(-[^/@]+)?@\\d+";
    private static final String FRESH = "fresh";
    /** How the name of a lifetime begins, or of a step or task. */
    private static final Pattern NUMBERED = Pattern.compile("\\d");

    /** Whether it is a twin that does not learn: a copy, or a student that imitates. */
    public boolean frozen() {
        return suffix().startsWith(FROZEN) || imitator();
    }

    /** Whether it is a twin that is no copy, but studied the learner's life before it was frozen. */
    public boolean imitator() {
        return imitator(role);
    }

    static boolean imitator(String role) {
        return Roles.suffix(role).matches(IMITATOR);
    }

    /** Who imitates: the student's name. */
    private String student() {
        RunManifest.Player player = runs.get(0).manifest().players().get(role.substring(0, role.lastIndexOf('@')));
        return player == null || suffix().contains(player.name()) ? "" : " (" + player.name() + ")";
    }

    /** Whether it is a twin that was made before anything was learned, and then learns by itself. */
    public boolean fresh() {
        return fresh(role);
    }

    static boolean fresh(String role) {
        return role.endsWith("/" + FRESH);
    }

    /** Whether it is a twin that was left as it was, and went on learning, when its original was swapped. */
    public boolean unswapped() {
        return suffix().startsWith(UNSWAPPED);
    }

    /** For legends and tables: the name, with those that took its place; or in words what a copy that learns is. */
    public String caption() {
        return unswapped() ? unswappedCaption() : fresh() ? original + ", fresh" : imitator() ? name + student() : twin() ? name : name + successors();
    }

    private String unswappedCaption() {
        String step = suffix().substring(UNSWAPPED.length());
        String who = runs.stream().flatMap(run -> run.swaps().stream()).filter(swap -> swap.role().equals(root()) && Long.toString(swap.step()).equals(step))
                .map(swap -> swap.from().plugin()).findFirst().orElse(original);
        return (who.equals(original) ? who : who + " in the run of " + original) + ", not swapped at " + step;
    }

    /** Where all runs were swapped alike, by whom; else only that some were. */
    private String successors() {
        Set<String> chains = new LinkedHashSet<>();
        for (Run run : runs) {
            chains.add(run.swaps().stream().filter(swap -> swap.role().equals(role)).map(swap -> " → " + swap.to().plugin()).collect(Collectors.joining()));
        }
        return chains.size() > 1 ? " (swapped)" : String.join("", chains);
    }

    /** Whether it is a twin. */
    public boolean twin() {
        return role.contains("/");
    }

    /** What follows the first slash of the role: {@code frozen@1}; empty for the learner itself. */
    public String suffix() {
        return Roles.suffix(role);
    }

    /** The role that a twin was copied from, or the role itself. */
    public String root() {
        return Roles.root(role);
    }

    /** Whether the learner sees no more than the ordinary. */
    public boolean ordinary() {
        return privilege.isEmpty() || privilege.equals("CURRENT_DATA");
    }

    /**
     * Whether it is a copy that a protocol made for a single lifetime, {@code student@12} or {@code learner/live@12.L3}, and no twin of which a user asked for. Such copies are measured
     * together, under the name that they share.
     */
    public boolean ofOneLifetime() {
        return role.contains("@") && (root().contains("@") || !(suffix().startsWith(FROZEN) ? asked() : imitator() || unswapped()));
    }

    /** Whether the experiment asks for this frozen twin, or its protocol has but one, {@code frozen@switch}; so it is where nothing is known. */
    private boolean asked() {
        JsonObject twins = runs.get(0).manifest().twins();
        String step = suffix().substring(FROZEN.length());
        if (!twins.has("frozenAtSteps") || twins.get("frozenAtTasks").getAsBoolean() || !NUMBERED.matcher(step).lookingAt()) {
            return true;
        }
        return twins.getAsJsonArray("frozenAtSteps").asList().stream().anyMatch(at -> at.getAsString().equals(step));
    }

    /** The scalars found for it, in the order in which the metrics found them. */
    public Set<String> scalars() {
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> run.about(role).scalars().stream().map(RunFindings.Scalar::metric).forEach(names::add));
        return names;
    }

    /** A scalar by seed; NaN where it was undefined, absent where it was not found. */
    public Map<Long, Double> bySeed(String metric) {
        Map<Long, Double> values = new TreeMap<>();
        for (Run run : runs) {
            run.about(role).scalar(role, metric).ifPresent(value -> values.put(run.manifest().seed(), value));
        }
        return values;
    }

    /** A scalar over seeds. */
    public Estimate estimate(String metric) {
        return Estimate.of(bySeed(metric).values());
    }
}
