package org.thaw.report.internal.html.section;

import java.util.List;
import org.thaw.report.internal.data.Roles;
import org.thaw.report.internal.data.claims.Claims;
import org.thaw.report.internal.data.claims.Quantity;
import org.thaw.report.internal.html.Html;

/** Says where those that are frozen gain all the same: what changes then can only be their context. */
final class InContext {
    private final Claims claims;

    InContext(Claims claims) {
        this.claims = claims;
    }

    void write(String summary, Html out) {
        if (claims.learners().stream().noneMatch(learner -> claims.ownGains(summary, learner).stream().anyMatch(this::frozen))) {
            return;
        }
        out.element("h3", "Who adapts in context");
        out.element("p", "No parameter of a frozen student changes; the host checks that. What it gains by itself after the freezing, it gains in its context alone.");
        out.raw("<ul class=\"plain\">\n");
        for (String learner : claims.learners()) {
            List<Quantity> gains = claims.ownGains(summary, learner).stream().filter(this::frozen).toList();
            gains.forEach(gain -> line(learner, arm(gain), gain, out));
        }
        out.raw("</ul>\n");
    }

    private boolean frozen(Quantity gain) {
        return claims.frozen(Roles.root(gain.role()), arm(gain));
    }

    private static String arm(Quantity gain) {
        return Roles.suffix(gain.role());
    }

    private static void line(String learner, String arm, Quantity gain, Html out) {
        String who = arm + " of " + learner;
        out.raw("<li>");
        if (gain.above(0)) {
            out.raw("<b>").text(who + " adapts in context").raw("</b>").text(": frozen, it gains " + gain.text() + " by itself");
        } else if (gain.below(0)) {
            out.text(who + " does not: frozen, it loses, by " + gain.text());
        } else if (gain.interval()) {
            out.text(who + ": no gain of its own is shown, " + gain.text());
        } else {
            out.text(who + ": undetermined, " + gain.text());
        }
        out.raw(".</li>\n");
    }
}
