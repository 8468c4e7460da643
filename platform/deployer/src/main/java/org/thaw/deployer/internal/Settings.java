package org.thaw.deployer.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Operational settings; they change nothing about what a run computes. */
@ObjectClassDefinition(name = "Thaw deployer", description = "Watches the plugins folder.")
public @interface Settings {
    @AttributeDefinition(name = "Poll interval", description = "Milliseconds between two looks at the folder, at least 10.", min = "10")
    int pollMillis() default 200;

    @AttributeDefinition(name = "Start limit", description = "Milliseconds within which a plugin's factories must have been made.", min = "1")
    int startMillis() default 10_000;
}
