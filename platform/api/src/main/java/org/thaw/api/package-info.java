/** What every plugin shares: how it is announced, configured, given randomness and kept: tensors, spaces, cues, state. */
@Export
@Version("0.1.0")
package org.thaw.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
