/** What learners share: a classifier over a cue, replay memories, flat features. */
@Export
@Version("0.1.0")
package org.thaw.toolkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
