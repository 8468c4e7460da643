package org.thaw.api.protocol;

import java.util.OptionalDouble;
import org.osgi.annotation.versioning.ProviderType;

/** What the phases done so far gave; what gates and early stopping read. */
@ProviderType
public interface Outcomes {
    /**
     * A score of an evaluation.
     *
     * @param phase the name of the {@link Phase.Evaluate}; of several with one name, the latest
     * @param role  who was evaluated
     * @param score {@code accuracy}, {@code return} …, as in {@link org.thaw.api.metric.Event.Evaluated#scores()}
     * @return empty if there is none
     */
    OptionalDouble score(String phase, String role, String score);
}
