package org.thaw.host;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.osgi.util.tracker.ServiceTracker;

/** Hands on what bundles tell OSGi's log service; the framework's services report their faults there. */
final class LogServiceListener extends ServiceTracker<LogReaderService, LogReaderService> implements LogListener {
    /** The log service tells of each coming and going of a bundle or a service, too. */
    private static final String EVENTS = "Events.";

    /** The EventAdmin says so whenever it is stopped while idle. */
    private static final String INTERRUPTED = "Event Task Processing Interrupted";

    LogServiceListener(BundleContext context) {
        super(context, LogReaderService.class, null);
    }

    @Override
    public LogReaderService addingService(ServiceReference<LogReaderService> reference) {
        LogReaderService service = super.addingService(reference);
        service.addLogListener(this);
        return service;
    }

    @Override
    public void logged(LogEntry entry) {
        if (entry.getLoggerName().startsWith(EVENTS) && entry.getLogLevel().compareTo(LogLevel.WARN) > 0 || entry.getMessage().contains(INTERRUPTED)) {
            return;
        }
        Logger.getLogger(entry.getBundle().getSymbolicName()).log(levelOf(entry), entry.getMessage(), entry.getException());
    }

    private static Level levelOf(LogEntry entry) {
        return switch (entry.getLogLevel()) {
            case ERROR -> Level.SEVERE;
            case WARN -> Level.WARNING;
            case AUDIT, INFO -> Level.INFO;
            default -> Level.FINE;
        };
    }
}
