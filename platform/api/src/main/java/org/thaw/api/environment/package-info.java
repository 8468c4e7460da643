/** Where learners live: labelled task streams and worlds. */
@Export
@Version("0.1.0")
package org.thaw.api.environment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
