package org.thaw.runtime.internal.context;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.function.Consumer;

/** A plugin's logger: lines go to the run's log, with the plugin's path. Debug and trace are dropped. */
final class RunLogger implements System.Logger {
    private final String name;
    private final Consumer<String> lines;

    RunLogger(String name, Consumer<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(Level level) {
        return level.getSeverity() >= Level.INFO.getSeverity() && level != Level.OFF;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        if (isLoggable(level)) {
            StringWriter trace = new StringWriter();
            if (thrown != null) {
                thrown.printStackTrace(new PrintWriter(trace));
            }
            lines.accept(level + " " + name + ": " + message + (thrown == null ? "" : System.lineSeparator() + trace));
        }
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... params) {
        if (isLoggable(level)) {
            lines.accept(level + " " + name + ": " + (params == null || params.length == 0 ? format : MessageFormat.format(format, params)));
        }
    }
}
