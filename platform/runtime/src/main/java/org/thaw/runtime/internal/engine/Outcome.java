package org.thaw.runtime.internal.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.thaw.api.metric.Event;
import org.thaw.api.protocol.Outcomes;

/** The scores of a run's evaluations so far; what gates of a plan read. */
final class Outcome implements Outcomes {
    private final Map<String, Double> scores = new HashMap<>();
    private boolean asked;

    void on(Event event) {
        if (event instanceof Event.Evaluated e) {
            e.scores().forEach((score, value) -> scores.put(key(e.phase(), e.role(), score), value));
        }
    }

    @Override
    public OptionalDouble score(String phase, String role, String score) {
        asked = true;
        Double value = scores.get(key(phase, role, score));
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Whether the plan depended on an outcome, so that its length was not known before. */
    boolean asked() {
        return asked;
    }

    private static String key(String phase, String role, String score) {
        return phase + "\n" + role + "\n" + score;
    }
}
