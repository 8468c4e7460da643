package org.thaw.report.internal.data.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.thaw.report.internal.data.Figures;
import org.thaw.runtime.folder.RunFindings;

/** What summaries told, by role and name, read by how names end; see {@link org.thaw.api.metric.Summary}. */
final class Told {
    private static final List<String> PARTS = List.of("/low", "/high", "/error", "/p", "/p-holm", "/supported-above", "/supported-below", "/refuted-above", "/refuted-below",
            "/counted-above", "/verdict");
    private static final List<String> ASIDE = List.of("/own-gain", "/counted", "/lifetimes", "/lifetimes-dropped", "/lifetimes-kept");
    private static final String NOT_COUNTED = "/not-counted/";
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
    private static final List<String> BOUNDS = PARTS.subList(5, 9);

    private final Map<String, Map<String, Double>> byRole = new LinkedHashMap<>();

    Told(RunFindings found) {
        found.scalars().forEach(scalar -> byRole.computeIfAbsent(scalar.role(), role -> new LinkedHashMap<>()).put(scalar.metric(), scalar.value()));
    }

    Set<String> roles() {
        return byRole.keySet();
    }

    boolean has(String role, String metric) {
        return byRole.getOrDefault(role, Map.of()).containsKey(metric);
    }

    /** NaN if it was not told. */
    double value(String role, String metric) {
        return byRole.getOrDefault(role, Map.of()).getOrDefault(metric, Double.NaN);
    }

    /** All of a role whose names end so, without that end. */
    List<String> ending(String role, String end) {
        return byRole.getOrDefault(role, Map.of()).keySet().stream().filter(metric -> metric.endsWith(end)).map(metric -> metric.substring(0, metric.length() - end.length())).toList();
    }

    /** Numbers of a role that stand directly below a name; their parts are none. */
    List<String> below(String role, String name) {
        return byRole.getOrDefault(role, Map.of()).keySet().stream().filter(metric -> metric.startsWith(name + "/") && metric.indexOf('/', name.length() + 1) < 0)
                .filter(metric -> PARTS.stream().noneMatch(metric::endsWith)).toList();
    }

    Quantity quantity(String role, String metric) {
        double corrected = value(role, metric + "/p-holm");
        return new Quantity(role, metric, label(metric), value(role, metric), value(role, metric + "/low"), value(role, metric + "/high"),
                Double.isNaN(corrected) ? value(role, metric + "/p") : corrected);
    }

    /** Those told of the role itself, or else of its learner. */
    Bounds bounds(String role, String metric) {
        String who = BOUNDS.stream().anyMatch(bound -> has(role, metric + bound)) ? role : learner(role);
        return new Bounds(value(who, metric + "/supported-above"), value(who, metric + "/supported-below"), value(who, metric + "/refuted-above"), value(who, metric + "/refuted-below"));
    }

    /** What can be shown beside a verdict for which {@link #evidence} holds nothing: of a learner what has an interval and is told of no arm, of an arm whatever stands below the name. */
    List<String> besides(String role, String name) {
        return below(role, name).stream().filter(metric -> arm(role).isEmpty() ? has(role, metric + "/low") && alone(metric) : ASIDE.stream().noneMatch(metric::endsWith)).toList();
    }

    private boolean alone(String metric) {
        return byRole.keySet().stream().noneMatch(role -> !arm(role).isEmpty() && has(role, metric));
    }

    /** What a verdict rests on: the number of that name, or those below it whose chance or bounds were told. */
    List<String> evidence(String role, String name) {
        if (has(role, name)) {
            return List.of(name);
        }
        List<String> evidence = new ArrayList<>();
        for (String metric : below(role, name)) {
            if (has(role, metric + "/p") || has(role, metric + "/p-holm") || bounds(role, metric).given()) {
                evidence.add(metric);
            }
        }
        return evidence;
    }

    /**
     * Gates of the role and of its learner that a verdict did not pass, of that name or of the summary as a whole; and what was told of the role itself in words.
     */
    List<Claim.Gate> failed(String role, String name) {
        Set<Claim.Gate> failed = new LinkedHashSet<>();
        List<String> names = Stream.of(name, name.replaceFirst("/.*", "")).distinct().toList();
        for (String who : new LinkedHashSet<>(List.of(role, learner(role)))) {
            for (String metric : names.stream().flatMap(each -> below(who, each).stream()).toList()) {
                double bound = has(role, metric + "/counted-above") ? value(role, metric + "/counted-above") : value(learner(role), metric + "/counted-above");
                Quantity gate = quantity(who, metric);
                if (Double.isFinite(bound) && !(gate.interval() ? gate.above(bound) : gate.value() > bound)) {
                    failed.add(new Claim.Gate(gate.label() + " " + gate.text() + " does not lie above " + Figures.brief(bound), brief(gate, bound)));
                }
            }
        }
        for (String each : names) {
            byRole.getOrDefault(role, Map.of()).forEach((metric, value) -> {
                if (metric.startsWith(each + NOT_COUNTED) && value == 1) {
                    String words = metric.substring(each.length() + NOT_COUNTED.length()).replace('-', ' ');
                    failed.add(new Claim.Gate(words, words));
                }
            });
        }
        return List.copyOf(failed);
    }

    /** A count must be above a whole number, and one more is enough. */
    private static String brief(Quantity gate, double bound) {
        boolean count = !gate.interval() && bound > 0 && bound == Math.rint(bound) && gate.value() == Math.rint(gate.value());
        return count ? "too few " + gate.label() + ": " + Figures.brief(gate.value()) + " of " + Figures.brief(bound + 1) : gate.label() + " not above " + Figures.brief(bound);
    }

    /** A rule in which {@code {path}} stands for the number of that path below a name, told of the role or else of its learner; empty if one was not told. */
    String rule(String role, String name, String rule) {
        StringBuilder words = new StringBuilder();
        Matcher places = PLACE.matcher(rule);
        while (places.find()) {
            String metric = name + "/" + places.group(1);
            double value = value(has(role, metric) ? role : learner(role), metric);
            if (!Double.isFinite(value)) {
                return "";
            }
            places.appendReplacement(words, Matcher.quoteReplacement(Figures.brief(value)));
        }
        return places.appendTail(words).toString();
    }

    static String learner(String role) {
        int slash = role.indexOf('/');
        return slash < 0 ? role : role.substring(0, slash);
    }

    static String arm(String role) {
        int slash = role.indexOf('/');
        return slash < 0 ? "" : role.substring(slash + 1);
    }

    /** Without the summary's id, in words: {@code L2 over frozen}. */
    static String label(String metric) {
        return metric.substring(metric.indexOf('/') + 1).replace('/', ' ').replace('-', ' ');
    }
}
