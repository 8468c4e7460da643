/** Reaching hosts that run in other processes. */
@Export
@Version("0.1.0")
package org.thaw.control;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
