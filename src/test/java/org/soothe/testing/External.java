package org.soothe.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs a program of the machine, e.g. {@code @External(program = "socat", install = "apt-get install socat")}.
 *
 * <p>Without it the test is reported as skipped, with what to install. Under {@code -Dsoothe.external=required} it fails
 * instead: a test that never runs proves nothing. On a class it holds for each of its tests.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("external")
@ExtendWith(ExternalExtension.class)
public @interface External {
    /** The programs, all of which are needed: names to be found on PATH, or paths; a path that ends in .h is a header. */
    String[] program();

    /** What to type to get them. */
    String install();
}
