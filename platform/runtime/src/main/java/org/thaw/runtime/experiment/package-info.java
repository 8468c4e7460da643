/** Experiment files: read, overridden, validated. */
@Export
@Version("0.1.0")
package org.thaw.runtime.experiment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
