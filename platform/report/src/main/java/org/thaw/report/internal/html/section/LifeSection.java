package org.thaw.report.internal.html.section;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.thaw.api.metric.Event;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Curve;
import org.thaw.report.internal.data.Timeline;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Marks;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;
import org.thaw.report.internal.html.chart.Lines;

/** How lives went: returns in evaluations, and rewards as they were earned; twins dashed, changes of the task marked. */
public final class LifeSection implements Section {
    private static final int ONLY = -1;

    @Override
    public String id() {
        return "lives";
    }

    @Override
    public String title() {
        return "Lives";
    }

    @Override
    public void body(View view, Html out) {
        for (String environment : view.data().environments()) {
            if (view.data().in(environment).stream().anyMatch(LifeSection::severalLifetimes)) {
                continue;
            }
            for (int task : tasks(view.data().in(environment))) {
                chart(view, environment, "Return in evaluations" + (task == ONLY ? "" : " on task " + (task + 1)), "return", timeline -> task == ONLY ? timeline.overall("return") : timeline.byTask("return").getOrDefault(task, Curve.of(new TreeMap<>())), out);
            }
            chart(view, environment, "Reward per step, as lived", "reward per step", Timeline::rewards, out);
        }
    }

    /** Then steps that were lived are no time that all share. */
    private static boolean severalLifetimes(Arm arm) {
        return arm.runs().stream().flatMap(run -> run.events().stream()).anyMatch(Event.Renewed.class::isInstance);
    }

    /** Those that returns were evaluated on, from 0: their returns need not be of one unit. */
    private static Set<Integer> tasks(List<Arm> arms) {
        Set<Integer> tasks = new TreeSet<>();
        arms.forEach(arm -> arm.timelines().forEach(timeline -> tasks.addAll(timeline.byTask("return").keySet())));
        return tasks.size() == 1 ? Set.of(ONLY) : tasks;
    }

    private static void chart(View view, String environment, String title, String y, Function<Timeline, Curve> curve,
                              Html out) {
        List<Arm> arms = view.data().in(environment);
        List<Lines.Line> lines = view.timelines(arms, curve);
        if (!lines.isEmpty()) {
            out.chart(new Lines(title + view.on(environment), "steps lived", y, false, lines, Marks.and(Marks.switches(arms), Marks.and(Marks.forks(arms), Marks.swaps(view, arms)))));
        }
    }
}
