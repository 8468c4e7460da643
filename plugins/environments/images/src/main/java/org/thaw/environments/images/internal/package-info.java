/** Image data sets: readers of their published files, and each set as a stream of one task. */
package org.thaw.environments.images.internal;
