/** What learns and what acts: learners hold knowledge, policies hold information. */
@Export
@Version("0.1.0")
package org.thaw.api.learner;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
