package org.thaw.runtime.launch;

import java.nio.file.Path;
import org.thaw.runtime.run.Checkpoints;
import org.thaw.runtime.run.Limits;

/**
 * A run to carry out, or to go on with.
 *
 * @param folder  its folder, with {@code run.json}
 * @param data    the folder that holds data sets
 * @param offline whether downloads are ruled out
 */
public record RunOrder(Path folder, Path data, boolean offline, Limits limits, Checkpoints checkpoints) {
}
