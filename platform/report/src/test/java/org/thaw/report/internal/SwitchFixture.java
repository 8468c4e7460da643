package org.thaw.report.internal;

import java.nio.file.Path;
import java.util.Map;
import org.thaw.api.metric.Event;

/** A made-up experiment of lives whose world changes at step 1000, with a copy frozen there and a fresh one that begins to learn there; it is tested in the old world, too. */
public final class SwitchFixture {
    private static final String LIVE = "learner";
    private static final String FROZEN = LIVE + "/frozen@switch";
    private static final String FRESH = LIVE + "/fresh";

    private SwitchFixture() {
    }

    /** Writes it. At the end the learner returns about 0.8 in the new world and 0 in the old one, the fresh copy 0.5, the frozen one 0.1. */
    public static Path write(Path runs) {
        Path folder = runs.resolve("switch");
        for (long seed = 0; seed < 3; seed++) {
            RunFixture run = new RunFixture(folder, "switch", "tabular-q", "CURRENT_DATA", "grid", seed);
            double luck = seed * 0.01;
            run.events.add(new Event.Forked(LIVE, 0, FRESH));
            run.events.add(new Event.TaskBegan(LIVE, 0, 0));
            run.events.add(new Event.TaskEnded(LIVE, 1000, 0));
            run.events.add(evaluated(LIVE, 1000, 1, -1, 0, 0.9));
            run.events.add(new Event.Forked(LIVE, 1000, FROZEN));
            run.events.add(new Event.Frozen(FROZEN, 1000));
            run.events.add(new Event.TaskBegan(LIVE, 1000, 1));
            run.events.add(evaluated(LIVE, 1500, 1, 1, 1, 0.4));
            run.events.add(evaluated(FROZEN, 1500, 1, 1, 1, 0.1));
            run.events.add(new Event.TaskBegan(FRESH, 0, 1));
            run.events.add(new Event.Earned(FRESH, 200, 1, 200, 1));
            run.events.add(evaluated(FRESH, 500, 0, 1, 1, 0.2));
            run.events.add(new Event.TaskEnded(LIVE, 2000, 1));
            run.events.add(evaluated(LIVE, 2000, 2, -1, 1, 0.8 + luck));
            run.events.add(evaluated(FROZEN, 2000, 2, -1, 1, 0.1));
            run.events.add(new Event.TaskEnded(FRESH, 1000, 1));
            run.events.add(evaluated(FRESH, 1000, 1, -1, 1, 0.5));
            run.events.add(evaluated(LIVE, 2000, 2, -1, 0, 0));
            run.scalar(LIVE, "return-curve", 0.8).scalar(FRESH, "return-curve", 0.5).scalar(FROZEN, "return-curve", 0.1);
            run.scalar(LIVE, "recovery-time", 700).scalar(LIVE, "recovery-time/recovered", 1);
            run.done();
        }
        return folder;
    }

    private static Event evaluated(String role, long step, int after, int during, int on, double value) {
        return new Event.Evaluated(role, step, "evaluate", after, during, on, 10, Map.of("return", value));
    }
}
