/** Replay memories for agents: transitions of all lanes, each observation stored once. */
@Export
@Version("0.1.0")
package org.thaw.toolkit.replay;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
