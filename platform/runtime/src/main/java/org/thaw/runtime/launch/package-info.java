/** Carrying out single runs from their folders: in this process, in a child, elsewhere. */
@Export
@Version("0.1.0")
package org.thaw.runtime.launch;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
