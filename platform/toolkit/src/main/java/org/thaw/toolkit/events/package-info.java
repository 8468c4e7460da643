/** Reading the events of a run: what several metrics and summaries must agree on. */
@Export
@Version("0.1.0")
package org.thaw.toolkit.events;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
