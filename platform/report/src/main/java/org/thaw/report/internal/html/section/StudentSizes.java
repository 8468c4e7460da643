package org.thaw.report.internal.html.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.Figures;
import org.thaw.report.internal.html.Html;

/**
 * How large the neural students are beside each other, those whose learners tell what they compute: what one can and another cannot must not be a matter of size.
 * Parameters of all of them take as many bytes each, so bytes compare as counts do.
 */
final class StudentSizes {
    private static final String TEACHER = "learner";
    private static final String BYTES = "cost/parameter-bytes";
    private static final double MATCHED = 2;

    private record Student(String name, double bytes) {
    }

    private StudentSizes() {
    }

    /** Nothing where there are fewer than two of them. */
    static void write(ExperimentData data, String environment, Html out) {
        List<Student> students = students(data, environment);
        if (students.size() < 2) {
            return;
        }
        Student largest = students.stream().max(Comparator.comparingDouble(Student::bytes)).orElseThrow();
        Student smallest = students.stream().min(Comparator.comparingDouble(Student::bytes)).orElseThrow();
        List<List<String>> rows = new ArrayList<>();
        students.forEach(student -> rows.add(List.of(student.name(), Figures.bytes(student.bytes()), Figures.brief(student.bytes() / largest.bytes()))));
        out.element("h3", "Sizes of neural students" + (data.environments().size() > 1 ? " on " + environment : ""));
        out.table(List.of("student", "bytes of parameters", "parameters, as a share of the largest student’s"), rows);
        if (largest.bytes() > MATCHED * smallest.bytes()) {
            out.element("p", "The sizes do not match: " + largest.name() + " has " + Figures.brief(largest.bytes() / smallest.bytes()) + " times as many parameters as " + smallest.name()
                    + ", more than twice as many, so what tells the two apart may be their size.");
        }
    }

    /** By role: beside each learner a student has the same size. */
    private static List<Student> students(ExperimentData data, String environment) {
        Map<String, Student> students = new LinkedHashMap<>();
        for (Arm arm : data.learners(environment)) {
            double bytes = arm.estimate(BYTES).mean();
            if (!arm.role().equals(TEACHER) && arm.estimate(CostSection.DECISION).defined() && bytes > 0) {
                students.putIfAbsent(arm.role(), new Student(arm.role(), bytes));
            }
        }
        return List.copyOf(students.values());
    }
}
