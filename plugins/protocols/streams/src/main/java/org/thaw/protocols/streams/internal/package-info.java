/** Protocols over streams: examples met in the order in which they come. */
package org.thaw.protocols.streams.internal;
