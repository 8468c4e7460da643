/** What is read off answers given before learning (test-then-train). All need the events {@code Predicted}; some need the predictions in them. */
package org.thaw.metrics.streams.internal;
