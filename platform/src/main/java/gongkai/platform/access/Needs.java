package gongkai.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right a handler asks for; with several, any of them will do. Who holds it in no organ at all does not get in; in which organ
 * it is needed the handler itself asks {@link Policy#require}.
 *
 * <p>Every handler carries this, {@link gongkai.platform.web.Open} or {@link gongkai.platform.web.OpenToSignedIn}; one that carries
 * none is refused to everyone. On a method it replaces what its class says.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Action[] value();
}
