package org.thaw.report.internal.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.thaw.api.metric.Event;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Figures;
import org.thaw.report.internal.data.Swap;
import org.thaw.report.internal.data.SwapPoint;
import org.thaw.report.internal.html.chart.Lines;

/** The upright lines of charts over time. */
public final class Marks {
    private Marks() {
    }

    /** When the tasks of a learner began, the first left out. */
    public static List<Lines.Mark> tasks(Arm arm) {
        List<Long> starts = arm.timelines().get(0).taskStarts();
        return IntStream.range(1, starts.size()).mapToObj(i -> new Lines.Mark(starts.get(i), "")).toList();
    }

    /** When lives went over to another task; each says to which, as a life may come back to one. */
    public static List<Lines.Mark> switches(List<Arm> arms) {
        return arms.stream().filter(arm -> !arm.twin()).flatMap(arm -> arm.timelines().get(0).events().stream().filter(at -> at.event() instanceof Event.TaskBegan).skip(1))
                .map(at -> new Lines.Mark(at.time(), "task " + (((Event.TaskBegan) at.event()).task() + 1))).distinct().toList();
    }

    /** Where frozen twins were made, one mark for all that were made together; those in a crowd have no mark either. */
    public static List<Lines.Mark> forks(List<Arm> arms) {
        Crowd crowd = new Crowd(arms);
        Map<Double, Lines.Mark> marks = new LinkedHashMap<>();
        arms.stream().filter(arm -> arm.frozen() && !crowd.has(arm)).map(arm -> new Lines.Mark(arm.timelines().get(0).forkedAt(), arm.suffix()))
                .forEach(mark -> marks.putIfAbsent(mark.x(), mark));
        return List.copyOf(marks.values());
    }

    /** Where learners were swapped: each swap once, whatever the number of seeds that had it. */
    public static List<Lines.Mark> swaps(View view, List<Arm> arms) {
        boolean several = arms.stream().map(Arm::original).distinct().count() > 1;
        List<Lines.Mark> marks = new ArrayList<>();
        for (Arm arm : arms) {
            for (SwapPoint point : SwapPoint.of(arm)) {
                Swap swap = point.swap();
                String share = point.share().isEmpty() ? "" : ", in " + point.share();
                marks.add(new Lines.Mark(swap.step(), (several ? arm.name() + ": " : "") + swap.label(), view.color(arm),
                        List.of(arm.name() + ": swap at step " + Figures.number(swap.step()) + share, "was " + swap.from().exact(), "now " + swap.to().exact(), swap.start())));
            }
        }
        return marks;
    }

    /** The same without colours, for charts where colours stand for something else than learners. */
    public static List<Lines.Mark> plain(List<Lines.Mark> marks) {
        return marks.stream().map(mark -> new Lines.Mark(mark.x(), mark.label(), -1, mark.tip())).toList();
    }

    /** Both. */
    public static List<Lines.Mark> and(List<Lines.Mark> some, List<Lines.Mark> others) {
        List<Lines.Mark> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
