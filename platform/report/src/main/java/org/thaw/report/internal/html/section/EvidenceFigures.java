package org.thaw.report.internal.html.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.thaw.report.internal.data.claims.Bounds;
import org.thaw.report.internal.data.claims.Claim;
import org.thaw.report.internal.data.claims.Claims;
import org.thaw.report.internal.data.claims.Quantity;
import org.thaw.report.internal.data.claims.Verdict;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.chart.Points;

/** The numbers that verdicts rest on, over the complexity of learners. */
final class EvidenceFigures {
    private final Claims claims;
    private final Cast cast;

    EvidenceFigures(Claims claims) {
        this.claims = claims;
        this.cast = new Cast(claims);
    }

    void write(Html out) {
        Map<String, String> metrics = new LinkedHashMap<>();
        claims.names().forEach(name -> claims.evidence(name).forEach(metric -> metrics.putIfAbsent(metric, name)));
        out.raw(metrics.size() > 1 ? "<div class=\"grid\">\n" : "");
        metrics.forEach((metric, name) -> chart(metric, name, out));
        out.raw(metrics.size() > 1 ? "</div>\n" : "");
    }

    private void chart(String metric, String name, Html out) {
        Map<String, List<Points.Point>> byArm = new LinkedHashMap<>();
        Map<Bounds, List<String>> bounds = new LinkedHashMap<>();
        List<String> learners = claims.learners().stream().filter(learner -> claims.about(name, learner).stream().anyMatch(claim -> !claim.whole() && of(claim, metric).size() > 0)).toList();
        String label = "";
        for (int place = 0; place < learners.size(); place++) {
            for (Claim claim : claims.about(name, learners.get(place))) {
                for (Claim.Evidence each : claim.whole() ? List.<Claim.Evidence>of() : of(claim, metric)) {
                    Quantity number = each.quantity();
                    label = number.label();
                    boolean hollow = claim.verdict() == Verdict.NOT_COUNTED || claim.verdict().ofControl();
                    byArm.computeIfAbsent(claim.arm(), arm -> new ArrayList<>()).add(new Points.Point(place, number.value(), number.low(), number.high(), hollow,
                            number.text() + ": " + claim.words()));
                    bounds.computeIfAbsent(each.bounds(), bound -> new ArrayList<>()).add(claim.arm());
                }
            }
        }
        if (byArm.isEmpty()) {
            return;
        }
        String learner = learners.get(0);
        List<Points.Group> groups = byArm.entrySet().stream().map(arm -> new Points.Group(cast.caption(learner, arm.getKey()), cast.color(arm.getKey()), arm.getValue())).toList();
        String against = learners.size() > 1 ? ", from the simplest to the most complex " : " of who imitates ";
        out.chart(new Points(Character.toUpperCase(label.charAt(0)) + label.substring(1) + against + (learners.size() > 1 ? "learner" : learner + complexity(learner)), "learner", label, learners,
                learners.stream().map(claims::complexity).toList(), groups, lines(bounds)));
    }

    /** The lines of most; of the others those that lie elsewhere, with their names. */
    private static List<Points.Bound> lines(Map<Bounds, List<String>> bounds) {
        List<Points.Bound> lines = new ArrayList<>();
        List<Map.Entry<Bounds, List<String>>> given = bounds.entrySet().stream().filter(each -> each.getKey().given()).sorted(Comparator.comparing(each -> -each.getValue().size())).toList();
        for (Map.Entry<Bounds, List<String>> each : given) {
            String whose = each == given.get(0) ? "" : " (" + String.join(", ", new LinkedHashSet<>(each.getValue())) + ")";
            each.getKey().all().stream().filter(bound -> lines.stream().noneMatch(line -> line.value() == bound.value()))
                    .forEach(bound -> lines.add(new Points.Bound(bound.value(), bound.words() + whose)));
        }
        return lines;
    }

    private String complexity(String learner) {
        String words = claims.complexity(learner);
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    private static List<Claim.Evidence> of(Claim claim, String metric) {
        return claim.evidence().stream().filter(each -> each.quantity().metric().equals(metric) && Double.isFinite(each.quantity().value())).toList();
    }
}
