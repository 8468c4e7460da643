package org.thaw.host;

import java.util.logging.Level;
import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** What the framework itself has to say; left alone, it would print to standard output, where results belong. */
final class FrameworkLogger extends Logger {
    private static final java.util.logging.Logger LOG = java.util.logging.Logger.getLogger("org.apache.felix.framework");

    @Override
    @SuppressWarnings("rawtypes")   // as inherited
    protected void doLog(Bundle bundle, ServiceReference service, int level, String message, Throwable thrown) {
        doLog(level, bundle == null ? message : bundle.getSymbolicName() + ": " + message, thrown);
    }

    @Override
    protected void doLog(int level, String message, Throwable thrown) {
        LOG.log(levelOf(level), message, thrown);
    }

    private static Level levelOf(int level) {
        return switch (level) {
            case LOG_ERROR -> Level.SEVERE;
            case LOG_WARNING -> Level.WARNING;
            case LOG_INFO -> Level.INFO;
            default -> Level.FINE;
        };
    }
}
