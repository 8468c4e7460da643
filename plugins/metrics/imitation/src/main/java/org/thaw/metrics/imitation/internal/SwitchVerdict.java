package org.thaw.metrics.imitation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;
import org.thaw.metrics.imitation.internal.Listed.Kind;

/**
 * E3 over all runs. A student <em>reaches</em> a level if its AUC is above the frozen teacher's and its normalised AUC above {@code reached} times a fresh
 * teacher's; it <em>fails</em> there if the latter's interval lies below. A level counts where there was something to learn: the fresh teacher's AUC is above
 * both the frozen one's and that of random play. A frozen student counts if it acted like the teacher before the change (the gate of E1: R's interval above
 * {@code snapshot}); else nothing of it does, on no level. Nor does a level count, for a student or at all, where 5% or more of its or of the fresh teacher's
 * lifetimes were left out as no episode ended; nor a student that is not what it is listed as, frozen or not. While some are not, or nobody of a listed name lived,
 * the teacher has no verdict. L* is the highest level reached that counts. The essay is
 *
 * <ul>
 * <li><em>refuted</em> for a student that reaches a level from {@code predictedFrom} on;
 * <li><em>supported</em> if it fails on all of them that count;
 * <li>else <em>undetermined</em> at this scale. For a teacher: refuted if it is for one frozen neural student, supported if it is for all of them.
 * </ul>
 *
 * <p>Bounds are those of 95% intervals by the bootstrap over lifetimes, corrected by Holm's procedure for all levels, students and teachers. Under the name of the
 * teacher: {@code …/verdict}, {@code …/L<n>/counted} and the rule's thresholds, {@code …/rule/reached} and {@code …/rule/predicted-from}. Under {@code
 * teacher/student}: {@code …/L<n>/ratio} and {@code …/L<n>/over-frozen} with intervals, {@code …/L<n>/ratio/p}, {@code …/p-holm}, {@code …/L<n>/verdict} (of a frozen
 * student 1 if it fails, −1 if it reaches the level; of others 1 if they reach it, as expected), {@code …/highest-level} (L*; −1 for none, NaN for a frozen
 * student that does not count), {@code …/lifetimes}, {@code …/lifetimes-dropped} and {@code …/L<n>/lifetimes…}, {@code …/snapshot-ratio} (R), {@code …/counted},
 * {@code …/verdict}; {@code …/not-counted/<reason>} is 1 where no number says why a verdict does not count. The ratio of the teacher that goes on learning is
 * told as that of {@code teacher/learner/live}.
 *
 * <p>The series {@code …/L<n>/return} with {@code …/low} and {@code …/high} are mean returns over steps of the lifetime, the change being at T1, {@code …/frozen-at}:
 * under the name of the teacher its life before, and then that of its copy which goes on learning; under {@code teacher/learner/fresh}, {@code
 * teacher/learner/frozen}, {@code teacher/student} and {@code teacher/random} lives after the change.
 */
public final class SwitchVerdict implements Summary {
    private static final String ID = "switch-after-imitation-verdict";

    private static final String FRESH = Lifetimes.TEACHER + "/fresh";

    private final Config config;
    private final Teachers teachers = new Teachers();

    /** What decides, fixed before anything is run. */
    public record Config(
            @Parameter(value = Listed.LIST, byDefault = "[]") List<Listed> students,
            @Parameter(value = "share of a fresh teacher's normalised AUC from which a level is reached", byDefault = "0.8") double reached,
            @Parameter(value = "the level from which on the essay predicts failure; 0 would be the same task with another goal, where adapting in context is expected",
                    byDefault = "2", range = "[0,*)") int predictedFrom,
            @Parameter(value = "gate of E1: R whose interval must lie above this for a frozen student to count", byDefault = "0.9") double snapshot,
            @Parameter(value = "steps before the change over which R is taken, w; 0: a tenth of T1", byDefault = "0", range = "[0,*)") long window,
            @Parameter(value = Family.LEAST, byDefault = "10", range = "[2,*)") int least,
            @Parameter(value = Family.SIZE, byDefault = "0", range = "[0,*)") int family,
            @Parameter(value = Family.RESAMPLES, byDefault = "10000", range = "[1,*)") int resamples) {
        public Config {
            students = Listed.checked(students);
        }
    }

    /** A student on a level; {@code claim} is its number in the family, −1 if nothing is claimed. */
    private record Rung(int level, String student, Kind kind, int claim, Sample sample, Estimate ratio, Estimate overFrozen) {
    }

    /** A student before the change, and R. */
    private record Before(Sample sample, Estimate ratio) {
    }

    /** @param before the students before the change */
    private record Teacher(String name, Roll roll, Ladder ladder, double t1, List<Integer> counted, List<Rung> rungs, SortedMap<String, Before> before) {
    }

    private SwitchVerdict(Config config) {
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
        teachers.forEach((name, runs) -> all.add(judge(name, new Roll(config.students(), runs), new Ladder(ID + "/" + name, runs, config.resamples()),
                new Takeover(ID + "/" + name, runs, new Scale(config.window(), List.of(), config.resamples())), family)));
        all.stream().filter(teacher -> !teacher.rungs().isEmpty()).forEach(teacher -> report(teacher, family, out));
    }

    private Teacher judge(String name, Roll roll, Ladder ladder, Takeover before, Family family) {
        List<Integer> counted = new ArrayList<>();
        List<Rung> rungs = new ArrayList<>();
        for (int level : ladder.levels()) {
            Sample fresh = ladder.of(Lifetimes.TEACHER, level);
            if (fresh.counts(config.least()) && fresh.of(Ladder::overFrozen).low() > 0 && fresh.of(Ladder::overRandom).low() > 0) {
                counted.add(level);
            }
            for (String student : ladder.students(level)) {
                Sample sample = ladder.of(student, level);
                boolean enough = sample.size() >= config.least();
                Estimate ratio = sample.of(Ladder::ratio);
                Estimate over = sample.of(Ladder::overFrozen);
                Kind kind = roll.kind(student);
                double reaches = Math.max(ratio.pAbove(config.reached()), over.pAbove(0));
                Claim claim = Listed.frozen(kind) ? new Claim(ratio, ratio.pBelow(config.reached()), reaches) : new Claim(ratio, reaches, 1);
                rungs.add(new Rung(level, student, kind, kind == Kind.CONTROL || !enough ? -1 : family.add(claim), sample, ratio, over));
            }
            family.addUntested((int) roll.absent().stream().filter(each -> each.kind() != Kind.CONTROL).count());
        }
        SortedMap<String, Before> students = new TreeMap<>();
        rungs.forEach(rung -> students.computeIfAbsent(rung.student(), student -> {
            Sample sample = before.atFreezing(student);
            return new Before(sample, sample.of(Takeover::ratio));
        }));
        return new Teacher(name, roll, ladder, before.freezing(), counted, rungs, students);
    }

    private void report(Teacher teacher, Family family, Findings out) {
        List<String> frozen = teacher.rungs().stream().filter(rung -> rung.kind() == Kind.NEURAL_FROZEN).map(Rung::student).distinct().toList();
        teacher.roll().tellVerdict(Verdict.overall(frozen.stream().map(student -> verdict(teacher, student, family)).toList()), out, teacher.name(), ID);
        out.scalar(teacher.name(), ID + "/rule/reached", config.reached());
        out.scalar(teacher.name(), ID + "/rule/predicted-from", config.predictedFrom());
        out.scalar(teacher.name(), ID + "/frozen-at", teacher.t1());
        for (int level : teacher.ladder().levels()) {
            String metric = ID + "/L" + level;
            Sample fresh = teacher.ladder().of(Lifetimes.TEACHER, level);
            out.scalar(teacher.name(), metric + "/counted", teacher.counted().contains(level) ? 1 : 0);
            fresh.tellSize(out, teacher.name(), metric + "/lifetimes", config.least());
            fresh.of(Ladder::overFrozen).tell(out, teacher.name(), metric + "/fresh-over-frozen");
            out.scalar(teacher.name(), metric + "/fresh-over-frozen/counted-above", 0);
            fresh.of(Ladder::overRandom).tell(out, teacher.name(), metric + "/fresh-over-random");
            out.scalar(teacher.name(), metric + "/fresh-over-random/counted-above", 0);
            teacher.ladder().of(Lifetimes.LIVE_TEACHER, level).of(Ladder::ratio).tell(out, teacher.name() + "/" + Lifetimes.LIVE_TEACHER, metric + "/ratio");
            curves(teacher, level, metric + "/return", out);
        }
        teacher.rungs().forEach(rung -> report(teacher, rung, family, out));
        for (String student : teacher.rungs().stream().filter(rung -> rung.kind() != Kind.CONTROL).map(Rung::student).distinct().toList()) {
            String role = teacher.name() + "/" + student;
            boolean frozenStudent = Listed.frozen(teacher.roll().kind(student));
            teacher.roll().tellFault(out, role, student, ID);
            out.scalar(role, ID + "/highest-level", frozenStudent && !counted(teacher, student) ? Double.NaN : highest(teacher, student, family));
            teacher.before().get(student).ratio().tell(out, role, ID + "/snapshot-ratio");
            if (frozenStudent) {
                out.scalar(role, ID + "/snapshot-ratio/counted-above", config.snapshot());
                teacher.before().get(student).sample().tellSize(out, role, ID + "/lifetimes", config.least());
                out.scalar(role, ID + "/counted", counted(teacher, student) ? 1 : 0);
                Verdict verdict = verdict(teacher, student, family);
                out.scalar(role, ID + "/verdict", verdict.code);
                if (verdict == Verdict.NOT_COUNTED && counted(teacher, student)) {
                    out.scalar(role, ID + Roll.NOT_COUNTED + "no-level-counts-on-which-failure-is-predicted", 1);
                }
            }
        }
        teacher.roll().tellAbsent(out, teacher.name(), ID);
    }

    /** The teacher before and, as a copy that goes on learning, after the change; and all who live after it. */
    private static void curves(Teacher teacher, int level, String metric, Findings out) {
        Ladder ladder = teacher.ladder();
        double t1 = Double.isFinite(teacher.t1()) ? teacher.t1() : 0;
        ladder.before(level, t1).then(ladder.curve(Lifetimes.LIVE_TEACHER, level, t1)).tell(out, teacher.name(), metric);
        for (String arm : ladder.arms(level)) {
            if (!arm.equals(Lifetimes.LIVE_TEACHER)) {
                ladder.curve(arm, level, t1).tell(out, teacher.name() + "/" + (arm.equals(Lifetimes.TEACHER) ? FRESH : arm), metric);
            }
        }
    }

    private int highest(Teacher teacher, String student, Family family) {
        return teacher.rungs().stream().filter(rung -> rung.student().equals(student) && reached(teacher, rung, family)).mapToInt(Rung::level).max().orElse(-1);
    }

    /** For a frozen student it refutes; it is what is expected of all others. */
    private boolean reached(Teacher teacher, Rung rung, Family family) {
        return verdict(teacher, rung, family) == (Listed.frozen(rung.kind()) ? Verdict.REFUTED : Verdict.SUPPORTED);
    }

    private void report(Teacher teacher, Rung rung, Family family, Findings out) {
        String role = teacher.name() + "/" + rung.student();
        String metric = ID + "/L" + rung.level();
        rung.overFrozen().tell(out, role, metric + "/over-frozen");
        rung.sample().tellSize(out, role, metric + "/lifetimes", config.least());
        if (rung.claim() < 0) {
            rung.ratio().tell(out, role, metric + "/ratio");
        } else {
            family.tell(rung.claim(), out, role, metric + "/ratio");
            out.scalar(role, metric + (Listed.frozen(rung.kind()) ? "/ratio/supported-below" : "/ratio/supported-above"), config.reached());
            if (Listed.frozen(rung.kind())) {
                out.scalar(role, metric + "/ratio/refuted-above", config.reached());
            }
        }
        if (rung.kind() != Kind.CONTROL) {
            out.scalar(role, metric + "/verdict", verdict(teacher, rung, family).code);
        }
    }

    private Verdict verdict(Teacher teacher, Rung rung, Family family) {
        boolean counts = rung.claim() >= 0 && teacher.roll().fault(rung.student()).isEmpty() && rung.sample().counts(config.least()) && teacher.counted().contains(rung.level());
        return counts && (!Listed.frozen(rung.kind()) || counted(teacher, rung.student())) ? family.verdict(rung.claim()) : Verdict.NOT_COUNTED;
    }

    /** Whether a frozen student acted like its teacher before the change. */
    private boolean counted(Teacher teacher, String student) {
        Before before = teacher.before().get(student);
        return teacher.roll().fault(student).isEmpty() && before.sample().counts(config.least()) && before.ratio().low() > config.snapshot();
    }

    private Verdict verdict(Teacher teacher, String student, Family family) {
        if (!counted(teacher, student)) {
            return Verdict.NOT_COUNTED;
        }
        List<Verdict> high = teacher.rungs().stream().filter(rung -> rung.student().equals(student) && rung.level() >= config.predictedFrom())
                .map(rung -> verdict(teacher, rung, family)).toList();
        return Verdict.overall(high);
    }

    /** Makes the summary. */
    @Plugin(kind = Plugin.Kind.SUMMARY, id = ID, summary = "E3 over all runs: the highest level of change L* that each student copes with, and what that says of the essay.",
            source = "Byrnes: You can't imitation-learn how to continual-learn. 2026")
    public static final class Factory implements SummaryFactory<Config> {
        @Override
        public Summary create(Config configuration) {
            return new SwitchVerdict(configuration);
        }
    }
}
