package org.thaw.report.internal.html.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Figures;
import org.thaw.report.internal.data.MetricKind;
import org.thaw.report.internal.data.TwinGain;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Marks;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;
import org.thaw.report.internal.html.chart.Lines;

/** Each learner beside its frozen twins: does it go on learning? */
public final class TwinSection implements Section {
    private static final int FEW = 8;

    @Override
    public String id() {
        return "twins";
    }

    @Override
    public String title() {
        return "Live and frozen";
    }

    @Override
    public void body(View view, Html out) {
        for (String environment : view.data().environments()) {
            List<Arm> learners = view.data().learners(environment).stream().filter(arm -> !view.data().frozen(arm).isEmpty()).toList();
            for (String score : List.of("accuracy", "return")) {
                List<Arm> scored = learners.stream().filter(arm -> view.scored(List.of(arm), score)).toList();
                if (!scored.isEmpty()) {
                    charts(view, environment, scored, score, out);
                }
            }
        }
    }

    private static void charts(View view, String environment, List<Arm> learners, String score, Html out) {
        boolean percent = score.equals("accuracy");
        out.element("p", "A frozen twin is a copy that was made at the upright line and does not learn from there on. Where the learner's line leaves that of its twin, "
                + "the difference was made by learning." + (percent ? " Shown is the mean accuracy on the tasks met so far." : " Shown is the return in evaluations."));
        out.raw("<div class=\"grid\">\n");
        for (Arm learner : learners) {
            List<Arm> arms = Stream.concat(Stream.of(learner), view.data().frozen(learner).stream()).toList();
            List<Lines.Line> lines = view.timelines(arms, timeline -> timeline.overall(score));
            List<Lines.Mark> marks = Marks.and(Marks.forks(arms), Marks.swaps(view, List.of(learner)));
            out.chart(new Lines(learner.name() + view.on(environment), percent ? "examples met" : "steps lived", score, percent, lines, marks));
        }
        out.raw("</div>\n");
        table(view, environment, learners, score, out);
    }

    private static void table(View view, String environment, List<Arm> learners, String score, Html out) {
        MetricKind kind = new MetricKind(score, score, score, MetricKind.Better.HIGHER, score.equals("accuracy"), false, "", "");
        List<List<String>> rows = new ArrayList<>();
        for (Arm learner : learners) {
            for (Arm twin : view.data().frozen(learner)) {
                TwinGain gain = TwinGain.of(learner, twin, score);
                rows.add(List.of(twin.name() + view.on(environment), Figures.interval(kind, gain.live()), Figures.interval(kind, gain.twin()),
                        Figures.interval(kind, gain.difference()), gain.verdict()));
            }
        }
        String unit = score.equals("accuracy") ? " %" : "";
        boolean fold = rows.size() > FEW;
        out.raw(fold ? "<details><summary>differences at the end (" + rows.size() + ")</summary>" : "");
        out.table(List.of("twin", "learner at the end" + unit, "twin at the end" + unit, "difference, paired by seed", "the learner is"), rows);
        out.raw(fold ? "</details>\n" : "");
    }
}
