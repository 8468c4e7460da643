package org.thaw.report.internal.html.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.report.internal.RunFixture;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.MetricKinds;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.View;
import org.thaw.runtime.analysis.ExperimentFindings;
import org.thaw.runtime.folder.RunFindings;

class CostSectionTest {
    @TempDir
    Path runs;

    private ExperimentFindings verdicts(String... learners) {
        List<RunFindings.Scalar> scalars = List.of(learners).stream().map(learner -> new RunFindings.Scalar(learner, "gap-summary/verdict", 1)).toList();
        return new ExperimentFindings(Map.of(), new RunFindings(scalars, List.of(), List.of()), List.of());
    }

    /** A teacher with a network, two students with one, and one that keeps what it saw. */
    private Path imitation(String name, double ofTheRecurrent) {
        Path folder = runs.resolve(name);
        RunFixture run = new RunFixture(folder, "long-life", "dqn", "CURRENT_DATA", "rooms", 0).with("cloning", "cloning").with("recurrent", "recurrent").with("scratchpad", "scratchpad");
        computes(run, "learner", 4_000_000, 2_000, 200_000);
        computes(run, "cloning", 40_000, 20_000, 1_920_000);
        computes(run, "recurrent", ofTheRecurrent, 50_000, 307_200_000);
        run.scalar("scratchpad", "cost/updates", 10).scalar("scratchpad", "cost/parameter-bytes", 4);
        run.done();
        return folder;
    }

    private static void computes(RunFixture run, String role, double bytes, double decision, double update) {
        run.scalar(role, "cost/updates", 10).scalar(role, "cost/parameter-bytes", bytes).scalar(role, "cost/flops-per-decision", decision).scalar(role, "cost/flops-per-update", update);
    }

    private static String section(Path folder, ExperimentFindings found) {
        Html out = new Html();
        new CostSection().body(new View(ExperimentData.read(folder, found), new MetricKinds()), out);
        return out.toString().replace("\n", "");
    }

    @Test
    void operationsHaveColumnsWhereLearnersToldThem() {
        String section = section(imitation("sizes", 90_000), ExperimentFindings.none());
        assertTrue(section.contains("<th scope=\"col\">operations of a decision</th><th scope=\"col\">operations of an update</th>"), section);
        assertTrue(section.contains("<td>20.0 kFLOP</td><td>1.92 MFLOP</td>"), section);
        assertTrue(section.contains("<th scope=\"row\">scratchpad</th><td>10</td><td>4 B</td><td></td><td></td>"), section);
    }

    @Test
    void sizesOfNeuralStudentsStandBesideTheLargest() {
        String section = section(imitation("sizes", 50_000), verdicts("dqn"));
        String sizes = section.substring(section.indexOf("Sizes of neural students"));
        assertTrue(sizes.contains("<th scope=\"row\">cloning</th><td>40.0 kB</td><td>0.8</td>"), sizes);
        assertTrue(sizes.contains("<th scope=\"row\">recurrent</th><td>50.0 kB</td><td>1</td>"), sizes);
        assertFalse(sizes.contains("scope=\"row\">dqn<") || sizes.contains("scope=\"row\">scratchpad<"), "neither the teacher nor who has no network");
    }

    @Test
    void sizesThatDifferByMoreThanTwiceAreNamed() {
        String match = "The sizes do not match";
        assertFalse(section(imitation("twice", 80_000), verdicts("dqn")).contains(match), "twice is no more than twice");
        assertTrue(section(imitation("more", 100_000), verdicts("dqn")).contains(match + ": recurrent has 2.5 times as many parameters as cloning"));
    }

    @Test
    void sizesAreComparedWhereStudentsAreJudgedOnly() {
        assertEquals(-1, section(imitation("sizes", 90_000), ExperimentFindings.none()).indexOf("Sizes of neural students"));
    }
}
