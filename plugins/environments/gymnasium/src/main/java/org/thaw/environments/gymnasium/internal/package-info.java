/** Gymnasium's environments, Atari's games among them, played by a Python process. */
package org.thaw.environments.gymnasium.internal;
