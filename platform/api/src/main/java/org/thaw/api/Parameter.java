package org.thaw.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a configuration record: a hyperparameter. The host takes from it the default, the check of the range, help,
 * completion and overrides on the command line. What a range cannot say, the record's compact constructor checks, by throwing
 * {@link IllegalArgumentException} with a sentence that says what would be right.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
    /** The meaning, with the symbol of the paper where there is one: {@code "step size α of Adam"}. */
    String value();

    /** The default as JSON text, quotes of a string left out: {@code 0.001}, {@code [400,400]}, {@code adam}. Empty: must be given. */
    String byDefault() default "";

    /** Allowed numbers as an interval, {@code (0,1]}, {@code [1,*)}; for a list, of its elements. Empty: whatever the type allows. */
    String range() default "";

    /** Where the default comes from, if it was published. */
    String source() default "";
}
