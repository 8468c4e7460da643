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

/** Each learner beside its frozen twins, copies and imitators: does it go on learning? And beside its fresh copy: was it of use to have learned before? */
public final class TwinSection implements Section {
    private static final int FEW = 8;

    @Override
    public String id() {
        return "twins";
    }

    @Override
    public String title() {
        return "Learners and their copies";
    }

    @Override
    public void body(View view, Html out) {
        for (String environment : view.data().environments()) {
            List<Arm> learners = view.data().learners(environment).stream().filter(arm -> !view.data().frozen(arm).isEmpty() || !view.data().fresh(arm).isEmpty()).toList();
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
        String shown = percent ? " Shown is the mean accuracy on the tasks met so far." : " Shown is the return in evaluations.";
        boolean frozen = learners.stream().anyMatch(learner -> !view.data().frozen(learner).isEmpty());
        boolean imitated = learners.stream().anyMatch(learner -> view.data().frozen(learner).stream().anyMatch(Arm::imitator));
        boolean fresh = learners.stream().anyMatch(learner -> !view.data().fresh(learner).isEmpty());
        out.element("p", (frozen ? "A frozen twin is a copy that was made at the upright line and does not learn from there on. Where the learner's line leaves that of its twin, "
                + "the difference was made by learning. " : "")
                + (imitated ? "An imitation twin is no copy: it studied what the learner had lived up to the upright line, was frozen there, and lives on in the learner's place. " : "")
                + (fresh ? "A fresh copy was made before anything was learned, and began to learn at the switch, where its line begins. Where the learner's line is above it, "
                + "what was learned before helps." : "") + shown);
        out.raw("<div class=\"grid\">\n");
        for (Arm learner : learners) {
            List<Arm> arms = Stream.concat(Stream.of(learner), view.data().twins(learner).stream().filter(twin -> twin.frozen() || twin.fresh())).toList();
            List<Lines.Line> lines = view.timelines(arms, timeline -> timeline.overall(score));
            List<Lines.Mark> marks = Marks.and(Marks.forks(arms), Marks.swaps(view, List.of(learner)));
            out.chart(new Lines(learner.name() + view.on(environment), percent ? "examples met" : "steps lived", score, percent, lines, marks));
        }
        out.raw("</div>\n");
        if (frozen) {
            table(view, environment, learners, score, out);
        }
        if (fresh) {
            freshTable(view, environment, learners, score, out);
        }
    }

    private static void freshTable(View view, String environment, List<Arm> learners, String score, Html out) {
        MetricKind kind = kind(score);
        List<List<String>> rows = new ArrayList<>();
        for (Arm learner : learners) {
            for (Arm copy : view.data().fresh(learner)) {
                TwinGain gain = TwinGain.of(learner, copy, score);
                rows.add(List.of(learner.name() + view.on(environment), Figures.interval(kind, gain.live()), Figures.interval(kind, gain.twin()),
                        Figures.interval(kind, gain.difference()), gain.verdict("helps", "hinders")));
            }
        }
        String unit = score.equals("accuracy") ? " %" : "";
        out.element("p", "Live against a fresh copy that began to learn at the switch: the " + score + " at the end, on the tasks that the copy was tested on. "
                + "Positive: what the learner learned before helps.");
        out.table(List.of("learner", "learner at the end" + unit, "fresh copy at the end" + unit, "difference, paired by seed", "what it learned before"), rows);
    }

    private static MetricKind kind(String score) {
        return new MetricKind(score, score, score, MetricKind.Better.HIGHER, score.equals("accuracy"), false, "", "");
    }

    private static void table(View view, String environment, List<Arm> learners, String score, Html out) {
        MetricKind kind = kind(score);
        List<List<String>> rows = new ArrayList<>();
        for (Arm learner : learners) {
            for (Arm twin : view.data().frozen(learner)) {
                TwinGain gain = TwinGain.of(learner, twin, score);
                rows.add(List.of(twin.caption() + view.on(environment), Figures.interval(kind, gain.live()), Figures.interval(kind, gain.twin()),
                        Figures.interval(kind, gain.difference()), twin.imitator() ? gain.verdict("better than its imitator", "worse than its imitator") : gain.verdict()));
            }
        }
        String unit = score.equals("accuracy") ? " %" : "";
        boolean fold = rows.size() > FEW;
        out.raw(fold ? "<details><summary>differences at the end (" + rows.size() + ")</summary>" : "");
        out.table(List.of("twin", "learner at the end" + unit, "twin at the end" + unit, "difference, paired by seed", "the learner is"), rows);
        out.raw(fold ? "</details>\n" : "");
    }
}
