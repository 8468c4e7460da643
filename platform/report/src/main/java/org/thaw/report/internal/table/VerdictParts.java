package org.thaw.report.internal.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.thaw.report.ResultTable;
import org.thaw.report.internal.data.MetricKinds;
import org.thaw.report.internal.data.claims.Claim;
import org.thaw.report.internal.data.claims.Claims;
import org.thaw.report.internal.data.claims.Quantity;
import org.thaw.report.internal.data.claims.Verdict;

/** Verdicts for a terminal: a part for each summary that told some, a line for each learner and below it one for each of those compared with it. */
final class VerdictParts {
    private VerdictParts() {
    }

    static List<ResultTable.Part> of(Claims claims, MetricKinds kinds) {
        List<ResultTable.Part> parts = new ArrayList<>();
        for (String name : claims.names()) {
            if (claims.summaries().contains(name)) {
                parts.add(part(name, claims, kinds));
            }
        }
        return parts;
    }

    private static ResultTable.Part part(String name, Claims claims, MetricKinds kinds) {
        List<ResultTable.Line> lines = new ArrayList<>();
        boolean gains = claims.learners().stream().anyMatch(learner -> !claims.ownGains(name, learner).isEmpty());
        for (String learner : claims.learners()) {
            List<Quantity> own = claims.ownGains(name, learner);
            for (Claim claim : claims.about(name, learner)) {
                List<ResultTable.Cell> cells = new ArrayList<>(List.of(cell(claim.verdict().words, claim.whole() && claim.verdict() != Verdict.NOT_COUNTED), cell(measured(claim), false)));
                if (gains) {
                    cells.add(cell(own.stream().filter(gain -> gain.role().equals(learner + "/" + claim.arm())).map(Quantity::text).findFirst().orElse(""), false));
                }
                lines.add(new ResultTable.Line(claim.whole() ? learner : claim.arm(), !claim.whole(), "", cells));
            }
        }
        Set<String> measures = claims.evidence(name);
        List<String> columns = new ArrayList<>(List.of("verdict", measures.size() == 1 ? measures.iterator().next().substring(name.length() + 1) : "measured"));
        if (gains) {
            columns.add("own gain");
        }
        return new ResultTable.Part(kinds.of(name).label(), columns, lines);
    }

    /** For each learner a sentence that says who does not count and why, those of one reason together. */
    static List<String> notCounted(Claims claims, MetricKinds kinds) {
        List<String> sentences = new ArrayList<>();
        for (String name : claims.summaries()) {
            for (String learner : claims.learners()) {
                Map<String, List<String>> byReason = new LinkedHashMap<>();
                claims.about(name, learner).stream().filter(claim -> !claim.why().isEmpty())
                        .forEach(claim -> byReason.computeIfAbsent(claim.why(), why -> new ArrayList<>()).add(claim.whole() ? learner : claim.arm()));
                if (!byReason.isEmpty()) {
                    sentences.add(byReason.entrySet().stream().map(each -> String.join(", ", each.getValue()) + " (" + each.getKey() + ")")
                            .collect(Collectors.joining("; ", "Not counted in " + kinds.of(name).label() + " of " + learner + ": ", ".")));
                }
            }
        }
        return sentences;
    }

    private static String measured(Claim claim) {
        boolean label = claim.whole() || claim.evidence().size() > 1;
        return claim.evidence().stream().map(each -> (label ? each.quantity().label() + " " : "") + each.quantity().text()).collect(Collectors.joining("; "));
    }

    private static ResultTable.Cell cell(String text, boolean best) {
        return new ResultTable.Cell(text, best);
    }
}
