package org.thaw.control.internal.host;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of {@code org.thaw.control}. None of them changes what a run computes. */
@ObjectClassDefinition(name = "Control sockets and child processes")
public @interface Settings {
    @AttributeDefinition(description = "the folder of the control sockets; empty for $XDG_RUNTIME_DIR/thaw, or a folder of the user in that for temporary files")
    String folder() default "";

    @AttributeDefinition(description = "milliseconds without a sign of life after which a child process is killed; at least 2000")
    int silenceMillis() default 10_000;

    @AttributeDefinition(description = "MiB that a child process may take beyond its limits for heap and other memory: for the JVM itself")
    int allowanceMegabytes() default 512;

    @AttributeDefinition(description = "milliseconds for which a child process without a run is kept for the next run")
    int idleMillis() default 1000;

    @AttributeDefinition(description = "whether a child process whose run ended well may carry out another")
    boolean reuse() default true;
}
