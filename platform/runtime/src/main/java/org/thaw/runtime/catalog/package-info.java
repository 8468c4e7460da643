/** What plugins there are and how they are configured. */
@Export
@Version("0.1.0")
package org.thaw.runtime.catalog;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
