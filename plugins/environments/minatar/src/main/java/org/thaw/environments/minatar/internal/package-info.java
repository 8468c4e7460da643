/** MinAtar's five games: arcade games on ten by ten cells. */
package org.thaw.environments.minatar.internal;
