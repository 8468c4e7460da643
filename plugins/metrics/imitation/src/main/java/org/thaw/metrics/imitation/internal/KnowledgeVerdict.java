package org.thaw.metrics.imitation.internal;

import java.util.ArrayList;
import java.util.List;
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
 * <p>A student counts if it acts like the teacher with the teacher's life in its context (the gate of E1: R's interval above {@code snapshot}) and less than 5% of
 * lifetimes were left out as no episode ended in a window; else neither claim does. Its verdict is <em>supported</em> or <em>refuted</em> where both claims are; a slope that does not count leaves it undetermined. For a teacher: refuted if it
 * is for one frozen neural student, supported if it is for all of them. Bounds are those of 95% intervals by the bootstrap over lifetimes, corrected by
 * Holm's procedure for all claims, students and teachers. Under {@code teacher/student}: {@code …/context} (the manipulation check), {@code …/snapshot-ratio} (R), {@code …/slope-ratio},
 * {@code …/delta} with intervals, {@code /p}, {@code /p-holm}; {@code …/slope-ratio/verdict}, {@code …/delta/verdict}, {@code …/counted}, {@code …/verdict};
 * {@code …/lifetimes}, {@code …/lifetimes-dropped}.
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
            students = List.copyOf(students);
            budgets = Budgets.checked(budgets);
            reference = List.copyOf(reference);
            new Scale(window, reference, resamples);
        }
    }

    /** A student of a teacher, and the numbers of its claims in the family, −1 if nothing is claimed. */
    private record Judged(String teacher, String student, Kind kind, Budgets budgets, Sample sample, Sample before, Estimate alike, Estimate headroom, int slope, int delta) {
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
        List<Judged> all = new ArrayList<>();
        teachers.forEach((name, runs) -> {
            Budgets budgets = new Budgets(ID + "/" + name, runs, config.budgets(), new Scale(config.window(), config.reference(), config.resamples()));
            Takeover before = new Takeover(ID + "/" + name, runs, new Scale(config.window(), config.reference(), config.resamples()));
            budgets.students().forEach(student -> all.add(judge(name, student, budgets, before.atFreezing(student), family)));
        });
        for (String teacher : all.stream().map(Judged::teacher).distinct().toList()) {
            List<Verdict> frozen = all.stream().filter(each -> each.teacher().equals(teacher) && each.kind() == Kind.NEURAL_FROZEN).map(each -> verdict(each, family)).toList();
            out.scalar(teacher, ID + "/verdict", Verdict.overall(frozen).code);
        }
        all.forEach(each -> report(each, family, out));
    }

    private Judged judge(String teacher, String student, Budgets budgets, Sample before, Family family) {
        Kind kind = Listed.kind(config.students(), student);
        Sample sample = budgets.of(student);
        boolean claimed = Listed.frozen(kind) && sample.size() >= config.least();
        Estimate ratio = sample.of(budgets.slopeRatio());
        int slope = claimed ? family.add(new Claim(ratio, ratio.pBelow(config.slopeBelow()), ratio.pAbove(config.slopeAbove()))) : -1;
        int delta = claimed ? family.add(Claim.above(sample.of(budgets.delta()), 0, 0)) : -1;
        return new Judged(teacher, student, kind, budgets, sample, before, before.of(Takeover::ratio), sample.of(budgets.headroom()), slope, delta);
    }

    private void report(Judged judged, Family family, Findings out) {
        String role = judged.teacher() + "/" + judged.student();
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
        return judged.slope() >= 0 && judged.sample().counts(config.least()) && judged.before().counts(config.least()) && judged.alike().low() > config.snapshot();
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
