package org.thaw.tck.host;

import java.util.List;
import java.util.OptionalDouble;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.RunView;

/**
 * A finished run in memory, of which no metric found anything.
 *
 * @param learner     the learner's name
 * @param environment the environment's name
 * @param seed        the seed
 * @param events      what it told, in order
 */
public record MemoryRun(String learner, String environment, long seed, List<Event> events) implements RunView {
    @Override
    public OptionalDouble scalar(String role, String metric) {
        return OptionalDouble.empty();
    }
}
