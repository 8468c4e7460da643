package org.thaw.protocols.supervised.internal;

import java.util.List;
import org.thaw.api.protocol.Portion;

/**
 * One task of a scenario.
 *
 * @param examples what it is made of
 * @param labels   the labels that its examples can have, as the learner sees them
 */
record Task(Portion examples, List<Integer> labels) {
}
