package org.thaw.metrics.imitation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;
import org.thaw.metrics.imitation.internal.Listed.Kind;

/**
 * E4 over all runs. Two claims for each student that is listed as frozen:
 *
 * <ul>
 * <li><em>slope</em>: experience beyond one context window does not add up. The student's slope over the teacher's is below {@code slopeBelow} (supports) or above
 *     {@code slopeAbove} (refutes). It counts where the teacher itself goes on gaining: its slope from one window to the greatest budget comes to more than
 *     {@code headroom} z.
 * <li><em>delta</em>: the same data does more in the weights than in the context: Δ above 0 supports, below 0 refutes.
 * </ul>
 *
 * <p>A student counts if it acts like the teacher with the teacher's life in its context (the gate of E1: R's interval above {@code snapshot}), less than 5% of
 * lifetimes were left out as no episode ended in a window, and it was frozen as it is listed; else neither claim does. Its verdict is <em>supported</em> or
 * <em>refuted</em> where both claims are; a slope that does not count leaves it undetermined. For a teacher: refuted if it is for one frozen neural student,
 * supported if it is for all of them; none while a student is not what it is listed as, or nobody of a listed name lived. Bounds are those of 95% intervals
 * by the bootstrap over lifetimes, corrected by Holm's procedure for all claims, students and teachers.
 *
 * <p>Under the name of the teacher: {@code …/verdict} and the rule's thresholds, {@code …/rule/slope-below} and {@code …/rule/slope-above}. Under {@code
 * teacher/student}: {@code …/context} (the manipulation check), {@code …/snapshot-ratio} (R), {@code …/slope-ratio}, {@code …/delta} with intervals, {@code /p},
 * {@code /p-holm}; {@code …/slope-ratio/verdict}, {@code …/delta/verdict}, {@code …/counted}, {@code …/verdict}; {@code …/lifetimes}, {@code …/lifetimes-dropped};
 * {@code …/not-counted/<reason>} is 1 where no number says why a verdict does not count.
 *
 * <p>The series {@code …/return} with {@code …/low} and {@code …/high} are mean returns over steps of lives that begin with nothing: under the name of the teacher
 * its own from scratch, under {@code teacher/student} those from an empty context, and {@code teacher/random}. All students are frozen from their
 * beginning on, which is what {@code …/frozen-at} says.
 */
public final class KnowledgeVerdict implements Summary {
    private static final String ID = "knowledge-or-information-verdict";

    private final Config config;
    private final Teachers teachers = new Teachers();

    /** What decides, fixed before anything is run. */
    public record Config(
            @Parameter(value = Listed.LIST, byDefault = "[]") List<Listed> students,
            @Parameter(value = KnowledgeOrInformation.BUDGETS, byDefault = "[0.5,1,2,5,10,50]", range = "(0,*)") List<Double> budgets,
            @Parameter(value = "steps over which returns are averaged, w; 0: as many as students live with the context kept", byDefault = "0", range = "[0,*)") long window,
            @Parameter(value = Scale.REFERENCE, byDefault = "[]") List<Double> reference,
            @Parameter(value = "share of the teacher's slope below which the student's supports the essay", byDefault = "0.5") double slopeBelow,
            @Parameter(value = "share of the teacher's slope above which the student's refutes the essay", byDefault = "0.8") double slopeAbove,
            @Parameter(value = "gate: what the teacher's slope must come to over all budgets beyond one window, in z", byDefault = "0.2") double headroom,
            @Parameter(value = "gate of E1: R whose interval must lie above this for a student to count", byDefault = "0.9") double snapshot,
            @Parameter(value = Family.LEAST, byDefault = "10", range = "[2,*)") int least,
            @Parameter(value = Family.SIZE, byDefault = "0", range = "[0,*)") int family,
            @Parameter(value = Family.RESAMPLES, byDefault = "10000", range = "[1,*)") int resamples) {
        public Config {
            students = Listed.checked(students);
            budgets = Budgets.checked(budgets);
            reference = List.copyOf(reference);
            new Scale(window, reference, resamples);
        }
    }

    /** A student of a teacher, and the numbers of its claims in the family, −1 if nothing is claimed. */
    private record Judged(Roll roll, String student, Kind kind, Budgets budgets, Sample sample, Sample before, Estimate alike, Estimate headroom, int slope, int delta) {
    }

    private record Teacher(String name, Roll roll, Budgets budgets, List<Judged> students) {
    }

    private KnowledgeVerdict(Config config) {
        this.config = config;
    }

    @Override
    public void on(RunView run) {
        teachers.on(run);
    }

    @Override
    public void report(Findings out) {
        Family family = new Family(config.family());
        List<Teacher> all = new ArrayList<>();
        teachers.forEach((name, runs) -> {
            Budgets budgets = new Budgets(ID + "/" + name, runs, config.budgets(), new Scale(config.window(), config.reference(), config.resamples()));
            Takeover before = new Takeover(ID + "/" + name, runs, new Scale(config.window(), config.reference(), config.resamples()));
            if (!budgets.students().isEmpty()) {
                Roll roll = new Roll(config.students(), runs);
                all.add(new Teacher(name, roll, budgets, budgets.students().stream().map(student -> judge(roll, student, budgets, before.atFreezing(student), family)).toList()));
                family.addUntested(2 * (int) roll.absent().stream().filter(each -> Listed.frozen(each.kind())).count());
            }
        });
        all.forEach(teacher -> report(teacher, family, out));
    }

    private void report(Teacher teacher, Family family, Findings out) {
        Stream<Judged> frozen = teacher.students().stream().filter(each -> each.kind() == Kind.NEURAL_FROZEN);
        teacher.roll().tellVerdict(Verdict.overall(frozen.map(each -> verdict(each, family)).toList()), out, teacher.name(), ID);
        out.scalar(teacher.name(), ID + "/rule/slope-below", config.slopeBelow());
        out.scalar(teacher.name(), ID + "/rule/slope-above", config.slopeAbove());
        out.scalar(teacher.name(), ID + "/frozen-at", 0);
        teacher.budgets().curve(Lifetimes.TEACHER).tell(out, teacher.name(), ID + "/return");
        for (Judged each : teacher.students()) {
            report(each, teacher.name() + "/" + each.student(), family, out);
            teacher.budgets().curve(each.student()).tell(out, teacher.name() + "/" + each.student(), ID + "/return");
        }
        teacher.budgets().curve(Lifetimes.RANDOM).tell(out, teacher.name() + "/" + Lifetimes.RANDOM, ID + "/return");
        teacher.roll().tellAbsent(out, teacher.name(), ID);
    }

    private Judged judge(Roll roll, String student, Budgets budgets, Sample before, Family family) {
        Kind kind = roll.kind(student);
        Sample sample = budgets.of(student);
        boolean claimed = Listed.frozen(kind) && sample.size() >= config.least();
        Estimate ratio = sample.of(budgets.slopeRatio());
        int slope = claimed ? family.add(new Claim(ratio, ratio.pBelow(config.slopeBelow()), ratio.pAbove(config.slopeAbove()))) : -1;
        int delta = claimed ? family.add(Claim.above(sample.of(budgets.delta()), 0, 0)) : -1;
        return new Judged(roll, student, kind, budgets, sample, before, before.of(Takeover::ratio), sample.of(budgets.headroom()), slope, delta);
    }

    private void report(Judged judged, String role, Family family, Findings out) {
        judged.roll().tellFault(out, role, judged.student(), ID);
        judged.alike().tell(out, role, ID + "/snapshot-ratio");
        judged.sample().of(judged.budgets().context()).tell(out, role, ID + "/context");
        judged.sample().of(judged.budgets().slope()).tell(out, role, ID + "/slope");
        judged.sample().of(judged.budgets().teachersSlope()).tell(out, role, ID + "/teachers-slope");
        judged.sample().tellSize(out, role, ID + "/lifetimes", config.least());
        if (Listed.frozen(judged.kind())) {
            out.scalar(role, ID + "/snapshot-ratio/counted-above", config.snapshot());
            judged.before().tellSize(out, role, ID + "/snapshot-lifetimes", config.least());
            out.scalar(role, ID + "/counted", counted(judged) ? 1 : 0);
            out.scalar(role, ID + "/verdict", verdict(judged, family).code);
        }
        if (judged.slope() < 0) {
            judged.sample().of(judged.budgets().slopeRatio()).tell(out, role, ID + "/slope-ratio");
            judged.sample().of(judged.budgets().delta()).tell(out, role, ID + "/delta");
            return;
        }
        family.tell(judged.slope(), out, role, ID + "/slope-ratio");
        out.scalar(role, ID + "/slope-ratio/supported-below", config.slopeBelow());
        out.scalar(role, ID + "/slope-ratio/refuted-above", config.slopeAbove());
        judged.headroom().tell(out, role, ID + "/slope-ratio/headroom");
        out.scalar(role, ID + "/slope-ratio/headroom/counted-above", config.headroom());
        out.scalar(role, ID + "/slope-ratio/verdict", slope(judged, family).code);
        family.tell(judged.delta(), out, role, ID + "/delta");
        out.scalar(role, ID + "/delta/supported-above", 0);
        out.scalar(role, ID + "/delta/refuted-below", 0);
        out.scalar(role, ID + "/delta/verdict", delta(judged, family).code);
    }

    /** Whether it acts like its teacher, over enough lifetimes. */
    private boolean counted(Judged judged) {
        return judged.slope() >= 0 && judged.roll().fault(judged.student()).isEmpty()
                && judged.sample().counts(config.least()) && judged.before().counts(config.least()) && judged.alike().low() > config.snapshot();
    }

    private Verdict delta(Judged judged, Family family) {
        return counted(judged) ? family.verdict(judged.delta()) : Verdict.NOT_COUNTED;
    }

    private Verdict slope(Judged judged, Family family) {
        return counted(judged) && judged.headroom().low() > config.headroom() ? family.verdict(judged.slope()) : Verdict.NOT_COUNTED;
    }

    private Verdict verdict(Judged judged, Family family) {
        if (!counted(judged)) {
            return Verdict.NOT_COUNTED;
        }
        Verdict delta = delta(judged, family);
        return slope(judged, family) == delta ? delta : Verdict.UNDETERMINED;
    }

    /** Makes the summary. */
    @Plugin(kind = Plugin.Kind.SUMMARY, id = ID, summary = "E4 over all runs: whether a frozen student gathers information only, or knowledge as well.",
            source = "Byrnes: You can't imitation-learn how to continual-learn. 2026")
    public static final class Factory implements SummaryFactory<Config> {
        @Override
        public Summary create(Config configuration) {
            return new KnowledgeVerdict(configuration);
        }
    }
}
