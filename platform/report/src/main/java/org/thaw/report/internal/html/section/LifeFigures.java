package org.thaw.report.internal.html.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thaw.report.internal.data.Roles;
import org.thaw.report.internal.data.claims.Claims;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.View;
import org.thaw.report.internal.html.chart.Lines;
import org.thaw.runtime.folder.RunFindings;

/** The lives of a learner and its arms in one chart with bands, the moment of freezing marked. */
final class LifeFigures {
    private final View view;
    private final Claims claims;
    private final Cast cast;

    LifeFigures(View view, Claims claims) {
        this.view = view;
        this.claims = claims;
        this.cast = new Cast(claims);
    }

    void write(Html out) {
        List<Lines> charts = new ArrayList<>();
        for (String metric : series().stream().map(RunFindings.Series::metric).distinct().filter(this::banded).toList()) {
            claims.learners().forEach(learner -> chart(metric, learner).ifPresent(charts::add));
        }
        out.raw(charts.size() > 1 ? "<div class=\"grid\">\n" : "");
        charts.forEach(out::chart);
        out.raw(charts.size() > 1 ? "</div>\n" : "");
    }

    /** Whether these sections draw a series, or a part of one. */
    boolean draws(RunFindings.Series series) {
        return banded(series.metric().replaceFirst("/(low|high)$", "")) && claims.learners().contains(learner(series));
    }

    private List<RunFindings.Series> series() {
        return view.data().summaries().series();
    }

    private boolean banded(String metric) {
        return claims.summaries().contains(Claims.summary(metric)) && series().stream().anyMatch(each -> each.metric().equals(metric + "/low"));
    }

    private Optional<Lines> chart(String metric, String learner) {
        List<RunFindings.Series> found = series().stream().filter(each -> each.metric().equals(metric) && learner(each).equals(learner) && each.x().length > 0)
                .sorted(Comparator.comparing((RunFindings.Series each) -> !arm(each).isEmpty()).thenComparing(each -> cast.style(learner, arm(each)) == Lines.Style.CROWD)).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble frozen = claims.frozenAt(Claims.summary(metric), learner);
        OptionalDouble at = frozen.isPresent() ? frozen : freezing(found);
        List<Lines.Mark> marks = at.isPresent() ? List.of(new Lines.Mark(at.getAsDouble(), "students take over")) : List.of();
        String path = metric.substring(metric.indexOf('/') + 1).replace('-', ' ');
        String what = path.substring(path.lastIndexOf('/') + 1);
        String part = path.length() == what.length() ? "" : ", " + path.substring(0, path.lastIndexOf('/')).replace('/', ' ');
        return Optional.of(new Lines(Character.toUpperCase(what.charAt(0)) + what.substring(1) + " over a lifetime" + part + ": " + learner + " and who imitates it", "steps of the lifetime", what, false,
                found.stream().map(each -> line(metric, learner, each)).toList(), marks));
    }

    private Lines.Line line(String metric, String learner, RunFindings.Series series) {
        String name = cast.caption(learner, arm(series));
        return new Lines.Line(name, cast.color(arm(series)), cast.style(learner, arm(series)), name, series.x(), series.y(), end(series, metric + "/low"), end(series, metric + "/high"));
    }

    private double[] end(RunFindings.Series of, String metric) {
        double[] none = new double[of.x().length];
        Arrays.fill(none, Double.NaN);
        return series().stream().filter(each -> each.role().equals(of.role()) && each.metric().equals(metric) && each.y().length == of.y().length).map(RunFindings.Series::y).findFirst().orElse(none);
    }

    /** Where it was not told: the learner's last place before the curves of those that were frozen begin. */
    private OptionalDouble freezing(List<RunFindings.Series> found) {
        RunFindings.Series learner = found.get(0);
        OptionalDouble begins = found.stream().filter(each -> claims.frozen(learner(each), arm(each)) && each.x()[0] > learner.x()[0]).mapToDouble(each -> each.x()[0]).min();
        return begins.isEmpty() || !arm(learner).isEmpty() ? OptionalDouble.empty() : Arrays.stream(learner.x()).filter(x -> x < begins.getAsDouble()).max();
    }

    private static String learner(RunFindings.Series series) {
        return Roles.root(series.role());
    }

    private static String arm(RunFindings.Series series) {
        return Roles.suffix(series.role());
    }
}
