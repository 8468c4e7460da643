package org.thaw.metrics.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thaw.tck.host.Found;
import org.thaw.tck.host.MemoryRun;

class SnapshotVerdictTest {
    private static final String ID = "snapshot-verdict";

    private static Found judge(int lifetimes, double student) {
        return Found.by(new SnapshotVerdict.Factory().create(new SnapshotVerdict.Config(10, .9, 10, 500)),
                List.of(new MemoryRun("q", "room", 0, Chronicle.takeover(lifetimes, new double[] {5, 9}, Map.of("ad", new double[] {student, student})).events())));
    }

    @Test
    void aStudentThatDoesAsWellPasses() {
        Found found = judge(12, 5);
        assertEquals(1, found.scalars.get("q/ad " + ID + "/passed"));
        assertEquals(1, found.scalars.get("q/ad " + ID + "/ratio"), 1e-9);
        assertEquals(.8, found.scalars.get("q/ad " + ID + "/fidelity"), 1e-9);
        assertEquals(.6, found.scalars.get("q/ad " + ID + "/fidelity/own"), 1e-9);
    }

    @Test
    void oneThatDoesWorseFails() {
        assertEquals(0, judge(12, 4.4).scalars.get("q/ad " + ID + "/passed"));
    }

    @Test
    void anIntervalAcrossTheThresholdFails() {
        Found found = judge(12, 4.5);
        assertTrue(found.scalars.get("q/ad " + ID + "/ratio/low") < .9 && found.scalars.get("q/ad " + ID + "/ratio/high") > .9);
        assertEquals(0, found.scalars.get("q/ad " + ID + "/passed"));
    }

    @Test
    void fewLifetimesDecideNothing() {
        assertTrue(Double.isNaN(judge(9, 5).scalars.get("q/ad " + ID + "/passed")));
    }
}
