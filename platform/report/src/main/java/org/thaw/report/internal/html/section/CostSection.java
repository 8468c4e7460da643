package org.thaw.report.internal.html.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Estimate;
import org.thaw.report.internal.data.Figures;
import org.thaw.report.internal.data.MetricKind;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;
import org.thaw.report.internal.html.chart.Bars;

/** What learning took: time, updates, samples, bytes, operations. */
public final class CostSection implements Section {
    static final String DECISION = "cost/flops-per-decision";
    private static final String UPDATE = "cost/flops-per-update";
    private static final List<String> METRICS = List.of("cost/seconds", "cost/cpu-seconds", "cost/updates", "cost/samples", "cost/parameter-bytes",
            DECISION, UPDATE, "cost/memory-bytes", "cost/peak-heap");
    private static final List<String> DRAWN = List.of("cost/seconds", "cost/updates", "cost/samples", "cost/memory-bytes");

    private static final String BYTES = ".*(bytes|heap)";
    private static final String OPERATIONS = ".*/flops-per-.*";

    @Override
    public String id() {
        return "costs";
    }

    @Override
    public String title() {
        return "Costs";
    }

    @Override
    public void body(View view, Html out) {
        for (String environment : view.data().environments()) {
            List<Arm> learners = view.data().learners(environment);
            List<MetricKind> found = METRICS.stream().filter(metric -> learners.stream().anyMatch(arm -> arm.estimate(metric).defined())).map(view.kinds()::of).toList();
            if (!found.isEmpty()) {
                table(view, environment, learners, found, out);
                out.raw("<div class=\"grid small\">\n");
                found.stream().filter(kind -> DRAWN.contains(kind.id())).forEach(kind -> bars(view, environment, learners, kind, out));
                out.raw("</div>\n");
                if (!view.claims().learners().isEmpty()) {
                    StudentSizes.write(view.data(), environment, out);
                }
            }
        }
    }

    private static void table(View view, String environment, List<Arm> learners, List<MetricKind> kinds, Html out) {
        List<String> headings = new ArrayList<>(List.of("learner" + view.on(environment)));
        kinds.forEach(kind -> headings.add(kind.label()));
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : learners) {
            List<String> row = new ArrayList<>(List.of(arm.name()));
            kinds.forEach(kind -> row.add(text(kind, arm.estimate(kind.id()))));
            rows.add(row);
            List<Arm> copies = view.data().copies(arm);
            if (!copies.isEmpty()) {
                List<String> all = new ArrayList<>(List.of(arm.name() + ", its " + copies.size() + " copies for single lifetimes"));
                kinds.forEach(kind -> all.add(together(kind, copies)));
                rows.add(all);
            }
        }
        out.table(headings, rows);
    }

    /** Of copies that come one after another: what each spends adds up, what each holds or needs at once does not. */
    private static String together(MetricKind kind, List<Arm> copies) {
        double[] each = copies.stream().map(copy -> copy.estimate(kind.id())).filter(Estimate::defined).mapToDouble(Estimate::mean).toArray();
        return each.length == 0 ? "" : unit(kind) ? text(kind, Arrays.stream(each).max().orElseThrow()) : Figures.number(Arrays.stream(each).sum());
    }

    private static String text(MetricKind kind, Estimate e) {
        return unit(kind) ? text(kind, e.mean()) : Figures.interval(kind, e);
    }

    private static String text(MetricKind kind, double value) {
        return kind.id().matches(BYTES) ? Figures.bytes(value) : Figures.operations(value);
    }

    private static boolean unit(MetricKind kind) {
        return kind.id().matches(BYTES) || kind.id().matches(OPERATIONS);
    }

    private static void bars(View view, String environment, List<Arm> learners, MetricKind kind, Html out) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (Arm arm : learners) {
            Estimate e = arm.estimate(kind.id());
            if (e.defined()) {
                bars.add(new Bars.Bar(arm.name(), view.color(arm), e.mean(), e.low(), e.high(), text(kind, e)));
            }
        }
        if (bars.stream().anyMatch(bar -> bar.value() != 0)) {
            out.chart(new Bars(Character.toUpperCase(kind.label().charAt(0)) + kind.label().substring(1) + view.on(environment), false, bars));
        }
    }
}
