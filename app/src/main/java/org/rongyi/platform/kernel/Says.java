package org.rongyi.platform.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the description of the doors for programs says of one of them, or of what it is asked. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Says {

    /** In Chinese, for whoever writes the other program. */
    String value();

    /** On a door: the record that is answered, or an item of the list that is. */
    Class<?> answers() default Void.class;

    /** A list of them is answered. */
    boolean many() default false;
}
