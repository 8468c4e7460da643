package org.thaw.report.internal.html.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.thaw.report.internal.data.MetricKinds;
import org.thaw.report.internal.data.claims.Claim;
import org.thaw.report.internal.data.claims.Claims;
import org.thaw.report.internal.data.claims.Quantity;
import org.thaw.report.internal.html.Html;

/** What became of each claim, on what ground, and what would have been the opposite. */
final class VerdictTables {
    private final Claims claims;
    private final MetricKinds kinds;
    private final Cast cast;

    VerdictTables(Claims claims, MetricKinds kinds) {
        this.claims = claims;
        this.kinds = kinds;
        this.cast = new Cast(claims);
    }

    /** A table for each claim; those that are parts of another are folded away. */
    void write(String summary, Html out) {
        List<String> names = claims.names().stream().filter(name -> Claims.summary(name).equals(summary)).toList();
        Optional<String> first = names.stream().filter(summary::equals).findFirst();
        first.ifPresent(name -> table(name, out));
        for (String name : names) {
            if (!name.equals(summary)) {
                out.raw(first.isPresent() ? "<details><summary>" : "<p>").text(name.substring(summary.length() + 1).replace('/', ' ').replace('-', ' ')).raw(first.isPresent() ? "</summary>" : "</p>");
                table(name, out);
                out.raw(first.isPresent() ? "</details>\n" : "");
            }
        }
    }

    private void table(String name, Html out) {
        boolean gains = claims.learners().stream().anyMatch(learner -> !claims.ownGains(name, learner).isEmpty());
        out.raw("<div class=\"scroll\"><table class=\"claims\"><thead><tr>");
        Stream.of("who", "verdict", "measured", "fixed beforehand", gains ? "own gain since the freezing" : "").filter(heading -> !heading.isEmpty())
                .forEach(heading -> out.element("th scope=\"col\"", heading));
        out.raw("</tr></thead><tbody>\n");
        for (String learner : claims.learners()) {
            List<Quantity> own = claims.ownGains(name, learner);
            claims.about(name, learner).forEach(claim -> row(claim, gains, own, out));
        }
        out.raw("</tbody></table></div>\n");
    }

    private void row(Claim claim, boolean gains, List<Quantity> own, Html out) {
        out.raw(claim.whole() ? "<tr class=\"whole\">" : "<tr>").raw("<th scope=\"row\"><span class=\"key" + (claims.frozen(claim.learner(), claim.arm()) ? " twin" : "") + "\" data-color=\""
                + cast.color(claim.arm()) + "\"></span>").text(claim.whole() ? claim.learner() : cast.caption(claim.learner(), claim.arm())).raw("</th>");
        out.raw("<td>");
        badge(claim, out);
        claim.reasons().forEach(gate -> out.element("small", gate.words()));
        out.raw("</td>");
        out.raw("<td>");
        claim.evidence().stream().map(Claim.Evidence::quantity).forEach(number -> out.element("div", number.label() + " " + number.text()).element("small", number.odds()));
        out.raw("</td>");
        out.element("td", grounds(claim));
        if (gains) {
            out.element("td", own.stream().filter(gain -> gain.role().equals(claim.learner() + "/" + claim.arm())).map(Quantity::text).findFirst().orElse(""));
        }
        out.raw("</tr>\n");
    }

    /** The verdict as a label in its colour. */
    static void badge(Claim claim, Html out) {
        out.raw("<span class=\"badge " + claim.verdict().style() + "\">").text(claim.verdict().words).raw("</span>");
    }

    /** The rule that is known for such claims, or else the bounds that were told of each number. */
    private String grounds(Claim claim) {
        String rule = claims.rule(claim, claim.whole() ? kinds.rule(claim.name()) : claim.verdict().ofControl() ? kinds.rule(claim.name() + "/failed-as-expected") : "");
        if (!rule.isEmpty() || claim.whole()) {
            return rule.isEmpty() ? claims.bounds(claim.name(), claim.learner()) : rule;
        }
        List<String> grounds = new ArrayList<>();
        boolean several = claim.evidence().size() > 1;
        claim.evidence().stream().filter(each -> each.bounds().given()).forEach(each -> grounds.add((several ? each.quantity().label() + ": " : "") + each.bounds().words()));
        return String.join("; ", grounds);
    }
}
