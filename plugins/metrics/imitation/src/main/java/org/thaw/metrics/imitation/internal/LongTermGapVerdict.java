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
 * E2 over all runs: the verdict on "a frozen imitator of a learner does not go on learning". The essay is
 *
 * <ul>
 * <li><em>supported</em> for a teacher if G's lower bound is above {@code supportedAbove} for every frozen neural student that counts, and the upper bound below it for
 *     the program-class students and the unfrozen ones, of which there must be one each;
 * <li><em>refuted</em> if the upper bound is below {@code refutedBelow} for some frozen neural student that counts;
 * <li>else <em>undetermined</em> at this scale.
 * </ul>
 *
 * <p>A frozen student counts if it acted like the teacher at T1 (R's 95% interval above {@code snapshot}) and the teacher had far to go (the lower bound of its
 * further gain above {@code headroom}). Nobody counts, the teacher neither, of whose lifetimes 5% or more were left out as no episode ended in a window. Nor does
 * a student that is not what it is listed as: frozen, or not. While some are not, or nobody of a listed name lived, the teacher has no verdict. Bounds
 * are those of 95% intervals by the bootstrap over lifetimes, corrected for all students and teachers by Holm's procedure: two-sided p ≤ 0.05 after correction.
 *
 * <p>A student listed as control is a negative one. It fails as expected if it did not act like the teacher (R's interval below {@code snapshot}), or did not keep
 * up where there was far to go (G's above {@code supportedAbove}). That is no test of the essay, and not corrected.
 *
 * <p>Under the name of the teacher: {@code …/verdict} (1 supported, 0 undetermined, −1 refuted; none if nothing counts), {@code …/headroom}, {@code …/reference},
 * {@code …/frozen-at} (T1), {@code …/complexity/updates} and {@code …/complexity/state-bytes} (its updates by T1 and the bytes of what it would save then,
 * means over the histories, which are as long), and the thresholds. Under {@code teacher/student}: {@code …/gap}, {@code …/ratio}, {@code …/own-gain} with
 * intervals, {@code …/gap/p}, {@code …/gap/p-holm}, {@code …/lifetimes}, {@code …/lifetimes-dropped}, {@code …/counted}, {@code …/verdict}; for an unfrozen
 * student and the program class that is 1 if it kept up as expected; of a control {@code …/failed-as-expected}, 1 or 0. {@code …/not-counted/<reason>} is 1 where
 * no number says why a verdict does not count. Under the name of the teacher and under {@code teacher/arm}: {@code …/z-at-freezing} and {@code …/z-at-end},
 * interquartile means over lifetimes, and the series {@code …/return} with {@code …/low} and {@code …/high}: returns over steps of the lifetime.
 */
public final class LongTermGapVerdict implements Summary {
    private static final String ID = "long-term-gap-verdict";

    private final Config config;
    private final Teachers teachers = new Teachers();

    /** What decides, fixed before anything is run. */
    public record Config(
            @Parameter(value = Listed.LIST, byDefault = "[]") List<Listed> students,
            @Parameter(value = Scale.WINDOW, byDefault = "0", range = "[0,*)") long window,
            @Parameter(value = Scale.REFERENCE, byDefault = "[]") List<Double> reference,
            @Parameter(value = "G whose lower bound must be above this to support the essay; controls must stay below", byDefault = "0.5") double supportedAbove,
            @Parameter(value = "G whose upper bound must be below this to refute the essay", byDefault = "0.2") double refutedBelow,
            @Parameter(value = "gate of E1: R whose interval must lie above this for a student to count", byDefault = "0.9") double snapshot,
            @Parameter(value = "gate: further gain of the teacher, in z, whose lower bound must be above this", byDefault = "0.2") double headroom,
            @Parameter(value = Family.LEAST, byDefault = "10", range = "[2,*)") int least,
            @Parameter(value = Family.SIZE, byDefault = "0", range = "[0,*)") int family,
            @Parameter(value = Family.RESAMPLES, byDefault = "10000", range = "[1,*)") int resamples) {
        public Config {
            students = Listed.checked(students);
            reference = List.copyOf(reference);
            new Scale(window, reference, resamples);
        }
    }

    /** A student of a teacher; {@code claim} is its number in the family, −1 if nothing is claimed. */
    private record Judged(String role, Kind kind, boolean counted, int claim) {
    }

    /** @param far whether it had enough to gain after T1 */
    private record Teacher(String name, Roll roll, Takeover takeover, Sample sample, boolean far, List<Judged> students) {
    }

    private LongTermGapVerdict(Config config) {
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
            Takeover takeover = new Takeover(ID + "/" + name, runs, new Scale(config.window(), config.reference(), config.resamples()));
            if (takeover.happened()) {
                all.add(judge(name, new Roll(config.students(), runs), takeover, family));
            }
        });
        all.forEach(teacher -> report(teacher, family, out));
    }

    /** Claims first, all of them, then verdicts: the correction must know the whole family. */
    private Teacher judge(String name, Roll roll, Takeover takeover, Family family) {
        Sample teacher = takeover.of(Lifetimes.TEACHER);
        boolean far = teacher.counts(config.least()) && teacher.of(takeover.headroom()).low() > config.headroom();
        List<Judged> students = new ArrayList<>();
        for (String student : takeover.students()) {
            Kind kind = roll.kind(student);
            Sample sample = takeover.of(student);
            boolean enough = sample.size() >= config.least();
            boolean counted = roll.fault(student).isEmpty() && sample.counts(config.least()) && far
                    && (!Listed.frozen(kind) || takeover.atFreezing(student).of(Takeover::ratio).low() > config.snapshot());
            int claim = kind == Kind.CONTROL || !enough ? -1 : family.add(claim(kind, sample));
            students.add(new Judged(student, kind, counted, claim));
        }
        family.addUntested((int) roll.absent().stream().filter(each -> each.kind() != Kind.CONTROL).count());
        return new Teacher(name, roll, takeover, teacher, far, students);
    }

    private Claim claim(Kind kind, Sample sample) {
        Estimate gap = sample.of(Takeover::gap);
        return Listed.frozen(kind) ? Claim.above(gap, config.supportedAbove(), config.refutedBelow()) : Claim.control(gap, config.supportedAbove());
    }

    private void report(Teacher teacher, Family family, Findings out) {
        Takeover takeover = teacher.takeover();
        teacher.roll().tellVerdict(verdict(teacher.students(), family), out, teacher.name(), ID);
        teacher.sample().of(takeover.headroom()).tell(out, teacher.name(), ID + "/headroom");
        out.scalar(teacher.name(), ID + "/reference", takeover.reference());
        teacher.sample().tellSize(out, teacher.name(), ID + "/lifetimes", config.least());
        Complexity.tell(teacher.roll().runs().stream().map(Lifetimes::complexity).toList(), out, teacher.name(), ID);
        out.scalar(teacher.name(), ID + "/frozen-at", takeover.freezing());
        out.scalar(teacher.name(), ID + "/gap/supported-above", config.supportedAbove());
        out.scalar(teacher.name(), ID + "/gap/refuted-below", config.refutedBelow());
        out.scalar(teacher.name(), ID + "/headroom/counted-above", config.headroom());
        for (Judged student : teacher.students()) {
            String role = teacher.name() + "/" + student.role();
            Sample sample = takeover.of(student.role());
            if (student.claim() < 0) {
                sample.of(Takeover::gap).tell(out, role, ID + "/gap");
            } else {
                family.tell(student.claim(), out, role, ID + "/gap");
            }
            if (student.kind() == Kind.PROGRAM || student.kind() == Kind.UNFROZEN) {
                out.scalar(role, ID + "/gap/supported-below", config.supportedAbove());
            }
            if (student.kind() != Kind.CONTROL) {
                out.scalar(role, ID + "/counted", student.counted() ? 1 : 0);
                out.scalar(role, ID + "/verdict", verdict(student, family).code);
            }
            if (Listed.frozen(student.kind())) {
                out.scalar(role, ID + "/ratio/counted-above", config.snapshot());
            }
            teacher.roll().tellFault(out, role, student.role(), ID);
            sample.tellSize(out, role, ID + "/lifetimes", config.least());
            takeover.atFreezing(student.role()).of(Takeover::ratio).tell(out, role, ID + "/ratio");
            if (teacher.roll().negativeControl(student.role())) {
                out.scalar(role, ID + "/failed-as-expected", failed(teacher, student.role()));
                out.scalar(role, ID + "/ratio/expected-below", config.snapshot());
                out.scalar(role, ID + "/gap/expected-above", config.supportedAbove());
            }
            sample.of(takeover.ownGain()).tell(out, role, ID + "/own-gain");
        }
        takeover.arms().forEach(arm -> arm(takeover, arm, arm.equals(Lifetimes.TEACHER) ? teacher.name() : teacher.name() + "/" + arm, out));
        teacher.roll().tellAbsent(out, teacher.name(), ID);
    }

    /** Whether a negative control failed: 1 or 0; NaN where neither number says anything. */
    private double failed(Teacher teacher, String student) {
        Sample before = teacher.takeover().atFreezing(student);
        Sample sample = teacher.takeover().of(student);
        boolean alike = before.counts(config.least());
        boolean keeping = teacher.far() && sample.counts(config.least());
        boolean failed = alike && before.of(Takeover::ratio).high() < config.snapshot() || keeping && sample.of(Takeover::gap).low() > config.supportedAbove();
        return failed ? 1 : alike && keeping ? 0 : Double.NaN;
    }

    /** How anybody did, random play included. */
    private static void arm(Takeover takeover, String arm, String role, Findings out) {
        if (!arm.equals(Lifetimes.RANDOM)) {
            Sample sample = takeover.of(arm);
            takeover.interquartileMean(sample, false).tell(out, role, ID + "/z-at-freezing");
            takeover.interquartileMean(sample, true).tell(out, role, ID + "/z-at-end");
        }
        takeover.curve(arm).tell(out, role, ID + "/return");
    }

    private static Verdict verdict(Judged student, Family family) {
        return student.counted() ? family.verdict(student.claim()) : Verdict.NOT_COUNTED;
    }

    /** Of a teacher. */
    private static Verdict verdict(List<Judged> students, Family family) {
        List<Verdict> frozen = students.stream().filter(student -> student.kind() == Kind.NEURAL_FROZEN && student.counted()).map(student -> verdict(student, family)).toList();
        if (frozen.isEmpty()) {
            return Verdict.NOT_COUNTED;
        }
        if (frozen.contains(Verdict.REFUTED)) {
            return Verdict.REFUTED;
        }
        boolean controls = keepUp(Kind.PROGRAM, students, family) && keepUp(Kind.UNFROZEN, students, family);
        return controls && frozen.stream().allMatch(verdict -> verdict == Verdict.SUPPORTED) ? Verdict.SUPPORTED : Verdict.UNDETERMINED;
    }

    /** Whether there are students of a kind, and all keep up with the teacher. */
    private static boolean keepUp(Kind kind, List<Judged> students, Family family) {
        List<Judged> such = students.stream().filter(student -> student.kind() == kind).toList();
        return !such.isEmpty() && such.stream().allMatch(student -> student.claim() >= 0 && verdict(student, family) == Verdict.SUPPORTED);
    }

    /** Makes the summary. */
    @Plugin(kind = Plugin.Kind.SUMMARY, id = ID, summary = "E2 over all runs: for each teacher and student whether the essay is supported, refuted, or neither at this scale.",
            source = "Byrnes: You can't imitation-learn how to continual-learn. 2026")
    public static final class Factory implements SummaryFactory<Config> {
        @Override
        public Summary create(Config configuration) {
            return new LongTermGapVerdict(configuration);
        }
    }
}
