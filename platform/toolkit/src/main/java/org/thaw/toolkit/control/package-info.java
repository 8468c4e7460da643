/** What agents with numbered actions share: ε-greedy policies and tables of action values. */
@Export
@Version("0.1.0")
package org.thaw.toolkit.control;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
