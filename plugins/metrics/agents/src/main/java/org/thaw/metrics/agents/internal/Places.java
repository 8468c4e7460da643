package org.thaw.metrics.agents.internal;

import java.util.Collection;
import java.util.TreeSet;

/** The ends of names that tell environments apart, where there are several. */
final class Places {
    private Places() {
    }

    /** Empty, or {@code /environment}. */
    static String path(Collection<String> environments, String environment) {
        return new TreeSet<>(environments).size() == 1 ? "" : "/" + environment;
    }
}
