/** Worlds around other worlds, which they change in one respect; they nest in any order. */
package org.thaw.environments.wrappers.internal;
