/** Reports over experiment folders: tables, files and a page for people. */
@Export
@Version("0.1.0")
package org.thaw.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
