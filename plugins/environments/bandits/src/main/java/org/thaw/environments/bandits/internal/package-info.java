/** Bandits: arms that pay by chance, and may drift. */
package org.thaw.environments.bandits.internal;
