/** Numbers computed later, from the folders of runs that are done. */
@Export
@Version("0.1.0")
package org.thaw.runtime.analysis;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
