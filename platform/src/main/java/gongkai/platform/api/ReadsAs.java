package gongkai.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The shape of a body that is read field by field, so that each field can be refused in its own words; for the description of the calls. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsAs {
    /** A record. What is {@code @Nullable} may be left out. */
    Class<?> value();
}
