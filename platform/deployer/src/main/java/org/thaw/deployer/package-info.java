/** What the folder of plugins offers at present, why something is missing from it, and how a run holds on to what it started with. */
@Export
@Version("0.1.0")
package org.thaw.deployer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
