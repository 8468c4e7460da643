package org.thaw.report.internal.tensorboard;

import java.util.Map;
import java.util.TreeMap;
import org.thaw.api.metric.Event;
import org.thaw.report.internal.data.Run;

/**
 * The time that TensorBoard shows beside a step: the seconds spent in learning up to it, by the run's clock readings, read linearly between
 * them; where there are none, a second per step. It counts from 1970, so that the same folder gives the same files.
 */
final class WallClock {
    private final TreeMap<Long, Double> readings = new TreeMap<>();

    WallClock(Run run, String root) {
        double seconds = 0;
        readings.put(0L, 0.0);
        for (Event event : run.timings()) {
            if (event instanceof Event.Timed timed && timed.role().equals(root)) {
                seconds += timed.wallSeconds();
                readings.merge(timed.step(), seconds, Math::max);
            }
        }
    }

    /** Seconds since 1970. */
    double at(long step) {
        if (readings.size() < 2) {
            return step;
        }
        Map.Entry<Long, Double> before = readings.floorEntry(Math.max(0, step));
        Map.Entry<Long, Double> after = readings.higherEntry(Math.max(0, step));
        if (after == null) {
            return before.getValue();
        }
        double share = (double) (step - before.getKey()) / (after.getKey() - before.getKey());
        return before.getValue() + share * (after.getValue() - before.getValue());
    }
}
