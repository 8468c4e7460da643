/** What a run leaves behind, and reading it. */
@Export
@Version("0.1.0")
package org.thaw.runtime.folder;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
