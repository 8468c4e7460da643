package org.thaw.metrics.imitation.internal;

import java.util.List;
import java.util.Optional;
import org.thaw.api.metric.Findings;
import org.thaw.metrics.imitation.internal.Listed.Kind;

/**
 * The students of an experiment as its file lists them, held against what the runs of a teacher did with them. The file is not believed: a misspelt role would be
 * missing among the tests without a word, and a student that went on learning would be judged as frozen.
 */
record Roll(List<Listed> listed, List<Lifetimes> runs) {
    /** Below a claim's name: why it does not count, in words joined by dashes. */
    static final String NOT_COUNTED = "/not-counted/";

    /** What is wrong with how a student is listed. */
    enum Fault {
        /** Nobody of that name lived. */ ABSENT("listed-but-nobody-of-that-name-lived"),
        /** It is to be frozen and learned. */ LEARNED("listed-as-frozen-but-was-not"),
        /** It is to learn and was frozen. */ FROZEN("listed-as-unfrozen-but-was-frozen");

        private final String words;

        Fault(String words) {
            this.words = words;
        }
    }

    /** What part a student has; one that is not listed is a control. */
    Kind kind(String student) {
        return Listed.kind(listed, student);
    }

    /** Whether a student is listed as a negative control, not merely left out of the list. */
    boolean negativeControl(String student) {
        return listed.stream().anyMatch(each -> each.role().equals(student) && each.kind() == Kind.CONTROL);
    }

    /** What is wrong with how a student is listed; empty if nothing is, or it is not listed. */
    Optional<Fault> fault(String student) {
        if (listed.stream().noneMatch(each -> each.role().equals(student))) {
            return Optional.empty();
        }
        boolean learned = runs.stream().anyMatch(run -> run.learned(student));
        boolean frozen = runs.stream().anyMatch(run -> run.frozen(student));
        if (!learned && !frozen) {
            return Optional.of(Fault.ABSENT);
        }
        boolean shouldLearn = kind(student) == Kind.UNFROZEN;
        if (learned && Listed.frozen(kind(student))) {
            return Optional.of(Fault.LEARNED);
        }
        return frozen && shouldLearn ? Optional.of(Fault.FROZEN) : Optional.empty();
    }

    /** Whether all students are what the file says. If not, a claim about all of them cannot be judged. */
    boolean sound() {
        return listed.stream().allMatch(each -> fault(each.role()).isEmpty());
    }

    /** Those listed of whom nothing is there. */
    List<Listed> absent() {
        return listed.stream().filter(each -> fault(each.role()).filter(Fault.ABSENT::equals).isPresent()).toList();
    }

    /** Tells why a student does not count, if it is not as listed. */
    void tellFault(Findings out, String role, String student, String claim) {
        fault(student).ifPresent(fault -> out.scalar(role, claim + NOT_COUNTED + fault.words, 1));
    }

    /** Tells of those of whom nothing is there that they do not count. */
    void tellAbsent(Findings out, String teacher, String claim) {
        for (Listed each : absent()) {
            String role = teacher + "/" + each.role();
            out.scalar(role, claim + "/counted", 0);
            out.scalar(role, claim + "/verdict", Verdict.NOT_COUNTED.code);
            tellFault(out, role, each.role(), claim);
        }
    }

    /** The verdict on the claim about all students: none unless the list is right. Tells it, and where it does not count why. */
    void tellVerdict(Verdict ofStudents, Findings out, String teacher, String claim) {
        Verdict verdict = sound() ? ofStudents : Verdict.NOT_COUNTED;
        out.scalar(teacher, claim + "/verdict", verdict.code);
        if (verdict == Verdict.NOT_COUNTED) {
            out.scalar(teacher, claim + NOT_COUNTED + (sound() ? "no-frozen-neural-student-counts" : "students-are-not-as-listed"), 1);
        }
    }
}
