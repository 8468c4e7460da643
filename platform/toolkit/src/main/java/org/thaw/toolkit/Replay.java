package org.thaw.toolkit;

import org.thaw.api.Cue;
import org.thaw.api.Tensor;

/**
 * Examples drawn from a memory, in a buffer that the next draw of as many uses again.
 *
 * @param inputs  [n, …]
 * @param targets {@code I32[n]} or [n, …]
 * @param cues    the cue under which each example was met
 */
public record Replay(Tensor inputs, Tensor targets, Cue[] cues) {
}
