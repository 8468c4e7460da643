/** Running experiments and watching them. */
@Export
@Version("0.1.0")
package org.thaw.runtime.run;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
