/** Streams of labelled examples in an order that matters: generators whose concept drifts, slowly-changing regression, CSV files. */
package org.thaw.environments.streams.internal;
