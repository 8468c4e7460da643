/** Small worlds on a rectangle of cells. */
package org.thaw.environments.grids.internal;
