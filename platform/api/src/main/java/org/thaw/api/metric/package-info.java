/** What is read off a run: events in, findings out. */
@Export
@Version("0.1.0")
package org.thaw.api.metric;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
