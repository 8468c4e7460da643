package org.thaw.tck.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.learner.Student;
import org.thaw.tck.host.HostContext;
import org.thaw.api.protocol.Phase;

class SnapshotTest {
    private static Script script() {
        Signature signature = new Arms(new HostContext(0)).signature();
        Greedy teacher = new Greedy(signature, new HostContext(1));
        CausalImitator student = new CausalImitator.Factory().create(new CausalImitator.Config(60, 4, 0.05f), signature, new HostContext(2));
        return new Script(Map.of("teacher", teacher, "student", student), () -> new Arms(new HostContext(3)));
    }

    private static Snapshot protocol(double gate) {
        return new Snapshot.Factory().create(new Snapshot.Config(200, gate));
    }

    @Test
    void goesOnWhereTheGateIsPassed() {
        assertEquals(List.of("watched teacher", "study student", "freeze student", "snapshot student", "later teacher", "later student", "gap teacher",
                "gap student"), script().run(protocol(1)));
    }

    @Test
    void stopsWhereItIsNot() {
        assertEquals(List.of("watched teacher", "study student", "freeze student", "snapshot student"), script().run(protocol(11)));
    }

    @Test
    void theGateReadsTheOutcomeOnlyWhenAllBeforeItIsDone() {
        Script planning = script();
        AtomicInteger seen = new AtomicInteger();
        for (Phase phase : protocol(1).plan(planning)) {
            seen.incrementAndGet();
            assertTrue(planning.asked().isEmpty(), "asked before the end of " + phase.name());
            if (phase instanceof Phase.Evaluate) {
                break;
            }
        }
        assertEquals(4, seen.get());
    }

    @Test
    void rolesSayWhatTheirPlayersMustBe() {
        assertEquals(Student.class, protocol(1).roles().get(1).type());
        assertTrue(protocol(1).roles().get(2).isEnvironment());
    }
}
