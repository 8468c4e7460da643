package org.thaw.runtime.internal.experiment;

import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.configuration.Place;

/**
 * A binding and where in the file it stands.
 */
record Placed(Binding binding, Place place) {
}
