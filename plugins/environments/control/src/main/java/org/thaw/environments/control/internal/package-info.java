/** Classic control: small mechanical systems with Gymnasium's dynamics, limits and rewards. */
package org.thaw.environments.control.internal;
