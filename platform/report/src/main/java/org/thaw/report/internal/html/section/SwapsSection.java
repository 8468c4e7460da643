package org.thaw.report.internal.html.section;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Curve;
import org.thaw.report.internal.data.Figures;
import org.thaw.report.internal.data.Swap;
import org.thaw.report.internal.data.SwapPoint;
import org.thaw.report.internal.data.Timeline;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Marks;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;
import org.thaw.report.internal.html.chart.Lines;

/** Learners that were replaced while their runs went on: what happened to the score, and what would have happened. */
public final class SwapsSection implements Section {
    @Override
    public String id() {
        return "swaps";
    }

    @Override
    public String title() {
        return "Hot swaps";
    }

    @Override
    public void body(View view, Html out) {
        List<Swap> swaps = view.data().swaps();
        if (swaps.isEmpty()) {
            return;
        }
        out.element("p", "At the upright line another learner took over; the stream, its position and the random numbers went on as they were. A pale dashed line is a copy that was "
                + "not swapped and went on learning.");
        Html charts = new Html();
        for (String environment : view.data().environments()) {
            view.data().learners(environment).stream().filter(arm -> !SwapPoint.of(arm).isEmpty()).forEach(arm -> chart(view, arm, charts));
        }
        if (!charts.toString().isEmpty()) {
            out.raw("<div class=\"grid\">\n").raw(charts.toString()).raw("</div>\n");
        }
        out.table(List.of("run", "step", "was", "now", "the new one", "recovery", "gain"), swaps.stream().map(SwapsSection::row).toList());
        out.element("p class=\"note\"", "Recovery: steps until the running score is back at its level before the swap; empty if it did not come back or was not measured. "
                + "Gain: the final running score less that of the copy that was not swapped, in units of the score; empty without one.");
    }

    private static void chart(View view, Arm learner, Html out) {
        List<Arm> arms = Stream.concat(Stream.of(learner), view.data().twins(learner).stream().filter(Arm::unswapped)).toList();
        boolean accuracy = view.scored(arms, "accuracy");
        boolean returns = view.scored(arms, "return");
        Function<Timeline, Curve> curve = accuracy || returns ? timeline -> timeline.overall(accuracy ? "accuracy" : "return") : Timeline::rewards;
        List<Lines.Line> lines = view.timelines(arms, curve);
        String y = accuracy ? "accuracy" : returns ? "return" : "reward per step";
        if (!lines.isEmpty()) {
            out.chart(new Lines(learner.name() + view.on(learner.environment()), accuracy ? "examples met" : "steps lived", y, accuracy, lines,
                    Marks.and(Marks.tasks(learner), Marks.swaps(view, List.of(learner)))));
        }
    }

    private static List<String> row(Swap swap) {
        return List.of(swap.run(), Figures.number(swap.step()), swap.from().exact(), swap.to().exact(), swap.start() + (swap.twin() ? ", beside a copy" : ""),
                Figures.number(swap.steps()), Figures.number(swap.gain()));
    }
}
