package org.thaw.api.metric;

import org.osgi.annotation.versioning.ProviderType;

/** Where a metric or summary says what it found. A metric with several numbers adds a path to its id: {@code average-accuracy/diaz}. */
@ProviderType
public interface Findings {
    /** A number. NaN says that it is not defined here, and is left out of tables. */
    void scalar(String role, String metric, double value);

    /** A curve; {@code x} ascending, both of one length. */
    void series(String role, String metric, double[] x, double[] y);

    /** A matrix; rows of one length; NaN where nothing was measured. */
    void matrix(String role, String metric, double[][] rows);
}
