/** Statistics that several metrics and summaries need: bootstraps, robust means, corrections for many tests. */
@Export
@Version("0.1.0")
package org.thaw.toolkit.statistics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
