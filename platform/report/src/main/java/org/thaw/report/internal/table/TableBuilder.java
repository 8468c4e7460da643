package org.thaw.report.internal.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.thaw.report.ResultTable;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Best;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.Figures;
import org.thaw.report.internal.data.MetricKind;
import org.thaw.report.internal.data.MetricKinds;
import org.thaw.report.internal.data.Problem;
import org.thaw.report.internal.data.SummaryFigure;
import org.thaw.report.internal.data.SwapPoint;
import org.thaw.report.internal.data.claims.Claims;

/** Makes the terminal's table. Twins are listed as long as the table stays short. */
public final class TableBuilder {
    private static final int SHORT = 16;
    /** Stands in the note of kernels that give other bits on other machines. */
    private static final String IRREPRODUCIBLE = "not reproducible";

    private final ExperimentData data;
    private final MetricKinds kinds;

    public TableBuilder(ExperimentData data, MetricKinds kinds) {
        this.data = data;
        this.kinds = kinds;
    }

    /** The table. */
    public ResultTable build() {
        boolean twins = data.environments().stream().mapToInt(environment -> shown(environment, true).size()).sum() <= SHORT;
        List<ResultTable.Part> parts = new ArrayList<>(VerdictParts.of(new Claims(data), kinds));
        data.environments().forEach(environment -> parts.add(part(environment, twins)));
        return new ResultTable(parts, notes(twins));
    }

    private ResultTable.Part part(String environment, boolean twins) {
        List<Arm> arms = shown(environment, twins);
        Set<String> found = new LinkedHashSet<>();
        arms.forEach(arm -> found.addAll(arm.scalars()));
        List<MetricKind> columns = kinds.main(found).stream().filter(kind -> arms.stream().anyMatch(arm -> arm.estimate(kind.id()).defined())).toList();
        Best best = new Best(data.learners(environment));
        List<ResultTable.Line> lines = arms.stream().map(arm -> new ResultTable.Line(arm.caption(), arm.twin(), arm.twin() || arm.ordinary() ? "" : arm.privilege(),
                columns.stream().map(kind -> new ResultTable.Cell(Figures.interval(kind, arm.estimate(kind.id())), best.is(arm, kind))).toList())).toList();
        return new ResultTable.Part(data.protocol(environment) + (environment.isEmpty() ? "" : " on " + environment), columns.stream().map(TableBuilder::heading).toList(), lines);
    }

    /** Twins of which nothing was found, such as copies for a single lifetime, would be empty lines. */
    private List<Arm> shown(String environment, boolean twins) {
        return (twins ? data.in(environment) : data.learning(environment)).stream().filter(arm -> !arm.twin() || !arm.scalars().isEmpty()).toList();
    }

    private static String heading(MetricKind kind) {
        return kind.shortLabel() + (kind.fraction() ? " %" : "");
    }

    private List<String> notes(boolean twins) {
        List<String> notes = new ArrayList<>();
        List<Integer> counts = data.arms().stream().map(arm -> arm.runs().size()).distinct().sorted().toList();
        if (!counts.isEmpty()) {
            int most = counts.get(counts.size() - 1);
            String seeds = counts.size() == 1 ? most + (most == 1 ? " seed" : " seeds") : counts.get(0) + " to " + most + " seeds";
            notes.add(most == 1 ? "One seed: no interval." : "Mean ± half of the 95% interval (Student's t) over " + seeds + ".");
        }
        long hidden = data.lasting().stream().filter(arm -> arm.frozen() && !arm.scalars().isEmpty()).count();
        if (!twins && hidden > 0) {
            notes.add(hidden + " frozen twins are in report.html and results.csv.");
        }
        data.arms().stream().filter(arm -> !arm.ordinary()).map(Arm::privilege).distinct()
                .forEach(privilege -> notes.add("[" + privilege + "]: sees more than its current task's data, so it is a bound and not compared for the best."));
        data.arms().stream().flatMap(arm -> SwapPoint.of(arm).stream()).map(SwapPoint::text).forEach(notes::add);
        data.runs().stream().map(run -> run.manifest().notes().getOrDefault("kernels", "")).filter(kernels -> kernels.contains(IRREPRODUCIBLE)).distinct()
                .forEach(kernels -> notes.add("Kernels: " + kernels + "."));
        Claims claims = new Claims(data);
        Set<String> judging = claims.summaries();
        if (!judging.isEmpty()) {
            notes.addAll(VerdictParts.notCounted(claims, kinds));
            judging.stream().map(data.registration()::changed).filter(changed -> !changed.isEmpty()).forEach(notes::add);
            notes.add("Verdicts rest on 95% intervals; what was fixed beforehand, and every number of the summaries, is in report.html and results.json.");
        }
        SummaryFigure.of(data.summaries()).stream().filter(found -> !judging.contains(Claims.summary(found.metric())) && (judging.isEmpty() || !found.role().contains("/"))).map(found -> found.metric() + " of " + found.role() + ": " + found.text()).forEach(notes::add);
        notes.addAll(Problem.texts(data.problems()));
        return notes;
    }
}
