/** The contracts of plugins, one JUnit class for each kind to extend: a plugin that passes its contract can be run, resumed, forked and swapped. */
package org.thaw.tck;
