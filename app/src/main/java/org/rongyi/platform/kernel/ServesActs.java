package org.rongyi.platform.kernel;

import java.lang.reflect.Method;

/** A handler whose methods are doors to different acts, according to what it was made for: the act's {@link Allow} narrows the method's. */
public interface ServesActs {

    /** The act that the method is a door to. */
    Class<?> actOf(Method door);
}
