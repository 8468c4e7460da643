/** A host in memory, small enough to read: what tests of plugins stand on. */
package org.thaw.tck.host;
