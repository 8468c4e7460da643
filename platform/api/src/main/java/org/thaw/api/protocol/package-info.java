/** What is done with learners and environments, as data: plans made of phases. */
@Export
@Version("0.1.0")
package org.thaw.api.protocol;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
